package org.bluelamp.web.page;

import gg.jte.Content;
import gg.jte.generated.precompiled.layout.JtestaffGenerated;
import java.util.Arrays;
import org.bluelamp.web.govuk.Component;
import org.bluelamp.web.govuk.ServiceNavigation;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page of the staff portal. {@link Pages#staff} makes one:
 *
 * <pre>{@code pages.staff(StaffSection.NEWS, "New article", staff).crumb("Articles", "/staff/news")}</pre>
 *
 * @param section null for a page that belongs to none
 * @param staff who is signed in; null when nobody is
 * @param strip what everybody must know of this installation, on a strip across the page; null for nothing
 */
public record StaffPage(
        Site site,
        @Nullable StaffSection section,
        Main main,
        @Nullable Staff staff,
        @Nullable String strip) implements Layout<StaffPage> {

    StaffPage(Site site, @Nullable StaffSection section, String title, @Nullable Staff staff) {
        this(site, section, new Main(title), staff, null);
    }

    @Override
    public StaffPage main(Main newMain) {
        return new StaffPage(site, section, newMain, staff, strip);
    }

    /** The same with words on a strip across it, such as that nothing here is real. */
    public StaffPage strip(String words) {
        return new StaffPage(site, section, main, staff, words);
    }

    @Override
    public Content with(Content content) {
        return (Component) output -> JtestaffGenerated.render(output, null, this, content);
    }

    public @Nullable String staffName() {
        return staff == null ? null : staff.name();
    }

    /** Only what the member of staff can open: another way would lead to a refusal. */
    public ServiceNavigation navigation() {
        StaffSection[] open = Arrays.stream(StaffSection.values())
                .filter(one -> one.serves(staff))
                .toArray(StaffSection[]::new);
        return Entry.navigation(open, section, main);
    }
}
