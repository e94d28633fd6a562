package org.bluelamp.web.page;

import java.util.Arrays;
import org.bluelamp.web.govuk.ServiceNavigation;
import org.bluelamp.web.govuk.ServiceNavigation.Place;
import org.jspecify.annotations.Nullable;

/** An entry of a navigation: a section's name and its first page. Two enums, so that no public page names a staff one. */
sealed interface Entry permits Section, StaffSection {

    String text();

    String path();

    /**
     * The navigation of all entries.
     *
     * @param here the one that the page belongs to; null when it belongs to none
     */
    static ServiceNavigation navigation(Entry[] all, @Nullable Entry here, Main main) {
        Place inside = main.top() ? Place.HERE : Place.INSIDE;
        return new ServiceNavigation(Arrays.stream(all)
                .map(one -> new ServiceNavigation.Item(one.text(), one.path(), one == here ? inside : Place.ELSEWHERE))
                .toList());
    }
}
