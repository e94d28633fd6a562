package org.bluelamp.alerts.subscription.web;

import java.util.List;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.area.web.DrawMap;
import org.bluelamp.alerts.area.web.DrawMaps;
import org.bluelamp.alerts.subscription.SignUps;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.Page;
import org.bluelamp.web.page.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page on which a place of one's own is told. */
@Component
class PlacePages {

    private final SignUps signUps;
    private final Areas areas;
    private final DrawMaps maps;

    PlacePages(SignUps signUps, Areas areas, DrawMaps maps) {
        this.signUps = signUps;
        this.areas = areas;
        this.maps = maps;
    }

    /**
     * The page.
     *
     * @param action where its form goes
     * @param area the code of an area to show a map of; anything else shows none
     * @param opened when it was opened, signed; null for a subscriber on their own page
     * @param proof how many bits a script is to work for; null when none are asked
     */
    PageView show(Page page, String action, Form form, String area, @Nullable String opened, @Nullable Integer proof) {
        var map = map(area);
        return new PageView(
                "alerts/place",
                page.form(form),
                new PlacePage(
                        action, form, signUps.wording(), opened, map, map == null ? "" : area, areas.groups(), proof));
    }

    /**
     * Whether the form was sent for a map and not to be taken: by its button, or by the Enter key, which presses the first
     * one, and then only when another area was chosen.
     *
     * @param show the button
     * @param area what is chosen
     * @param mapped what the page showed
     */
    static boolean wantsAnotherMap(String show, String area, String mapped) {
        return !show.isEmpty() && !area.isEmpty() && !area.equals(mapped);
    }

    private @Nullable DrawMap map(String area) {
        try {
            return maps.of(List.of(new AreaCode(area))).orElse(null);
        } catch (IllegalArgumentException notACode) {
            return null;
        }
    }
}
