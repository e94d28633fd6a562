package org.bluelamp.directory.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an edit changed, from what to what, in words for the history and the audit trail. */
final class TeamDifference {

    /** So much of a text is said; the whole is kept with the change. */
    private static final int TEXT = 80;

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
                if (!then.cover(null).equals(now.cover(null)) || !Objects.equals(then.cover(), now.cover())) {
                    add(said, now, details(before, then, after, now));
                }
            } else if (!then.equals(now)) {
                List<String> details = details(before, then, after, now);
                add(said, now, details.isEmpty() ? List.of("rank in other words") : details);
            }
        }
        gone.values().forEach(member -> said.add(member.title() + " left"));
        addChange(said, "email address", before.email(), after.email());
        addChange(said, "telephone number", before.telephone(), after.telephone());
        if (!before.vacancies().equals(after.vacancies())) {
            addChange(said, "vacant posts", posts(before), posts(after));
        }
        return said.isEmpty() ? "order changed" : String.join("; ", said);
    }

    private static void add(List<String> said, Member who, List<String> details) {
        if (!details.isEmpty()) {
            said.add(who.title() + ": " + String.join(", ", details));
        }
    }

    private static List<String> details(Team before, Member then, Team after, Member now) {
        List<String> said = new ArrayList<>();
        if (then.lead() != now.lead()) {
            said.add(now.lead() ? "leads the team" : "no longer leads the team");
        }
        if (then.namedContact() != now.namedContact()) {
            said.add(now.namedContact() ? "is the named contact" : "is no longer the named contact");
        }
        addChange(said, "cover", before.inWords(then.cover()), after.inWords(now.cover()));
        addChange(said, "text about them", beginning(then.bio()), beginning(now.bio()));
        if (Objects.equals(beginning(then.bio()), beginning(now.bio())) && !Objects.equals(then.bio(), now.bio())) {
            said.add("text about them changed further on");
        }
        addChange(said, "own contact details", ways(then), ways(now));
        if (!Objects.equals(then.photo(), now.photo())) {
            said.add(now.photo() == null ? "photo removed" : then.photo() == null ? "photo added" : "photo changed");
        }
        return said;
    }

    private static @Nullable String beginning(@Nullable String text) {
        return text == null || text.length() <= TEXT
                ? text
                : text.substring(0, TEXT).strip() + "…";
    }

    private static @Nullable String ways(Member member) {
        return member.contact().isEmpty()
                ? null
                : member.contact().entrySet().stream()
                        .map(way -> way.getKey() + " " + way.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static void addChange(List<String> said, String what, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            said.add(what + " from “" + Objects.requireNonNullElse(from, "none") + "” to “"
                    + Objects.requireNonNullElse(to, "none") + "”");
        }
    }

    private static @Nullable String posts(Team team) {
        List<String> posts = team.vacancies().stream()
                .map(post ->
                        post.rank().title() + (post.cover() == null ? "" : " (" + team.inWords(post.cover()) + ")"))
                .toList();
        return posts.isEmpty() ? null : String.join(", ", posts);
    }
}
