package org.bluelamp.web.page;

import gg.jte.Content;
import gg.jte.generated.precompiled.layout.JtestaffGenerated;
import org.bluelamp.web.govuk.Component;
import org.bluelamp.web.govuk.ServiceNavigation;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page of the staff portal. {@link Pages#staff} makes one:
 *
 * <pre>{@code pages.staff(StaffSection.NEWS, "New article", staff.name()).crumb("Articles", "/staff/news")}</pre>
 *
 * @param section null for a page that belongs to none
 * @param staffName who is signed in; null when nobody is
 */
public record StaffPage(
        Site site,
        @Nullable StaffSection section,
        Main main,
        @Nullable String staffName) implements Layout<StaffPage> {

    StaffPage(Site site, @Nullable StaffSection section, String title, @Nullable String staffName) {
        this(site, section, new Main(title), staffName);
    }

    @Override
    public StaffPage main(Main newMain) {
        return new StaffPage(site, section, newMain, staffName);
    }

    @Override
    public Content with(Content content) {
        return (Component) output -> JtestaffGenerated.render(output, null, this, content);
    }

    public ServiceNavigation navigation() {
        return Entry.navigation(StaffSection.values(), section, main);
    }
}
