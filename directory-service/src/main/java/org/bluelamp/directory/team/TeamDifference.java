package org.bluelamp.directory.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What an edit changed, in words for the audit trail. */
final class TeamDifference {

    private TeamDifference() {}

    static String between(Team before, Team after) {
        List<String> said = new ArrayList<>();
        Map<UUID, Member> gone = new LinkedHashMap<>();
        before.members().forEach(member -> gone.put(member.id(), member));
        for (Member now : after.members()) {
            Member then = gone.remove(now.id());
            if (then == null) {
                said.add(now.title() + " joined");
            } else if (!then.title().equals(now.title())) {
                said.add(then.title() + " is now " + now.title());
            } else if (!then.equals(now)) {
                said.add(now.title() + ": " + what(then, now));
            }
        }
        gone.values().forEach(member -> said.add(member.title() + " left"));
        if (!Objects.equals(before.email(), after.email()) || !Objects.equals(before.telephone(), after.telephone())) {
            said.add("contact changed");
        }
        if (!before.vacancies().equals(after.vacancies())) {
            said.add("vacancies changed");
        }
        return said.isEmpty() ? "order changed" : String.join("; ", said);
    }

    private static String what(Member then, Member now) {
        List<String> said = new ArrayList<>();
        if (then.lead() != now.lead()) {
            said.add(now.lead() ? "leads the team" : "no longer leads the team");
        }
        if (then.namedContact() != now.namedContact()) {
            said.add(now.namedContact() ? "is the named contact" : "is no longer the named contact");
        }
        if (!Objects.equals(then.cover(), now.cover())) {
            said.add("cover changed");
        }
        return said.isEmpty() ? "rank in other words" : String.join(", ", said);
    }
}
