package org.bluelamp.directory.team.web;

import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.team.Member;
import org.bluelamp.web.form.Form;

/** The page on which the photo of a person is sent, exchanged or taken away. */
public record PhotoPage(Area area, Member person, Form form) {

    public String action() {
        return PersonPage.href(person) + "/photo";
    }
}
