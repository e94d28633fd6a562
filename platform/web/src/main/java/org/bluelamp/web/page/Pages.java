package org.bluelamp.web.page;

import org.jspecify.annotations.Nullable;

/** Makes the frames of pages. A bean; every controller that shows pages takes it. */
public final class Pages {

    private final Site site;

    public Pages(Site site) {
        this.site = site;
    }

    /** A page for residents, in a section of the site. */
    public Page page(Section section, String title) {
        return new Page(site, section, title);
    }

    /** A page for residents that belongs to no section, such as the home page or the privacy notice. */
    public Page page(String title) {
        return new Page(site, null, title);
    }

    /**
     * A page of the staff portal.
     *
     * @param staff who is signed in; null when nobody is
     */
    public StaffPage staff(@Nullable StaffSection section, String title, @Nullable Staff staff) {
        return new StaffPage(site, section, title, staff);
    }

    public Site site() {
        return site;
    }
}
