package org.bluelamp.directory.team.web;

import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.team.Team;
import org.bluelamp.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a team's own contact is changed.
 *
 * @param current the team as somebody else saved it meanwhile; null when nobody did
 */
public record TeamContactPage(
        Area area, Form form, String seen, @Nullable Team current) {

    public String action() {
        return "/staff/directory/contact/" + area.code();
    }
}
