package org.bluelamp.directory.team;

import static org.bluelamp.testing.staff.TestStaff.staff;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.directory.Forms;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.staff.TestStaff;
import org.jsoup.nodes.Document;

/** The team that tests of staff pages work on, and those who work on it. */
public final class TheTeam {

    public static final AreaCode NORTH = new AreaCode("hertfordshire/stevenage/stevenage-north");
    public static final AreaCode STEVENAGE = new AreaCode("hertfordshire/stevenage");
    public static final AreaCode TOWN_CENTRE = new AreaCode("hertfordshire/watford/town-centre");
    public static final String PAGE = "/your-area/stevenage/stevenage-north";
    public static final String DESK = "/staff/directory/areas/" + NORTH;

    public static final TestStaff OLIVE = staff("Olive").as("officer").in(NORTH.value());
    public static final TestStaff OSCAR = staff("Oscar").as("officer").in(TOWN_CENTRE.value());
    public static final TestStaff SAM = staff("Sam").as("officer", "sergeant").in(NORTH.value());
    public static final TestStaff DINA = staff("Dina").as("administrator").in(STEVENAGE.value());
    public static final TestStaff ADA = staff("Ada").as("administrator").in("hertfordshire");
    public static final TestStaff ERIN = staff("Erin").as("editor").in("hertfordshire");

    private TheTeam() {}

    /** Makes it again what it was. */
    public static void restore(TeamRegister register, Team before) {
        register.put(List.of(before.described()));
    }

    /** The person of that name. */
    public static Member person(Teams teams, String name) {
        return teams.find(NORTH).orElseThrow().members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The form of somebody who leaves, with all that is theirs given to nobody. */
    public static Map<String, String> toNobody(Document page, String action) {
        Map<String, String> form = Forms.fields(page, action);
        page.select("main select").forEach(duty -> form.put(duty.attr("name"), "nobody"));
        return form;
    }

    /** The address of the page on which the person is edited. */
    public static String edit(UUID person) {
        return "/staff/directory/people/" + person;
    }
}
