package org.bluelamp.directory.team.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bluelamp.directory.team.Leaving.Handover;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.Team;
import org.springframework.validation.Errors;

/**
 * The form in which somebody hands over what they have and leaves, as it was sent.
 *
 * @param seen fingerprint of everything that was to be handed over when the page was shown
 * @param vacant {@code yes} when the post is vacant from now on
 */
record LeavingForm(
        String seen,
        String lead,
        String namedContact,
        List<Given> covers,
        List<Given> posts,
        List<Given> meetings,
        List<String> vacant) {

    /** What is chosen when nobody takes over. */
    static final String NOBODY = "nobody";

    LeavingForm {
        seen = Sent.text(seen);
        lead = Sent.text(lead);
        namedContact = Sent.text(namedContact);
        covers = covers == null ? List.of() : covers;
        posts = posts == null ? List.of() : posts;
        meetings = meetings == null ? List.of() : meetings;
        vacant = vacant == null ? List.of() : vacant;
    }

    /**
     * One thing that is handed over.
     *
     * @param what id of the person covered or of the meeting, or the place of the vacant post
     * @param to id of who takes over, {@value LeavingForm#NOBODY}, or empty while nothing is chosen
     */
    record Given(String what, String to) {

        Given {
            what = Sent.text(what);
            to = Sent.text(to);
        }
    }

    /** The form as the page shows it: a row for each thing that is to be handed over, with what was chosen for it. */
    static LeavingForm on(LeavingPage page, LeavingForm sent) {
        return new LeavingForm(
                page.seen(),
                sent.lead,
                sent.namedContact,
                rows(page.covered().stream().map(one -> one.id().toString()), sent.covers),
                rows(page.posts().stream().map(String::valueOf), sent.posts),
                rows(page.meetings().stream().map(one -> one.id().toString()), sent.meetings),
                sent.vacant);
    }

    private static List<Given> rows(Stream<String> things, List<Given> sent) {
        return things.map(what -> sent.stream()
                        .filter(given -> given.what().equals(what))
                        .findFirst()
                        .orElse(new Given(what, "")))
                .toList();
    }

    void check(Errors errors, Team team, UUID leaver) {
        Member person = team.member(leaver).orElseThrow();
        if (person.lead()) {
            checkPerson(errors, "lead", lead, team, leaver, "Choose who leads the team, or nobody for now");
        }
        Sent.id(lead)
                .flatMap(team::member)
                .map(Member::rank)
                .filter(rank -> !rank.canLead())
                .map(Rank::title)
                .ifPresent(rank -> errors.rejectValue(
                        "lead", "rank", "Choose a sergeant or somebody above to lead the team, or nobody for now"));
        if (person.namedContact()) {
            checkPerson(
                    errors, "namedContact", namedContact, team, leaver, "Choose the named contact, or nobody for now");
        }
        check(errors, "covers", covers, team, leaver);
        check(errors, "posts", posts, team, leaver);
        check(errors, "meetings", meetings, team, leaver);
        for (int i = 0; i < covers.size(); i++) {
            if (!covers.get(i).to().isEmpty()
                    && covers.get(i).to().equals(covers.get(i).what())) {
                errors.rejectValue(
                        "covers[" + i + "].to", "self", "Choose somebody else: nobody stands in for themselves");
            }
        }
    }

    private static void check(Errors errors, String field, List<Given> given, Team team, UUID leaver) {
        for (int i = 0; i < given.size(); i++) {
            checkPerson(
                    errors, field + "[" + i + "].to", given.get(i).to(), team, leaver, "Choose a colleague, or nobody");
        }
    }

    private static void checkPerson(
            Errors errors, String field, String person, Team team, UUID leaver, String nothingChosen) {
        Optional<UUID> id = Sent.id(person);
        if (person.isEmpty()) {
            errors.rejectValue(field, "none", nothingChosen);
        } else if (!person.equals(NOBODY)
                && (id.isEmpty()
                        || id.get().equals(leaver)
                        || team.member(id.get()).isEmpty())) {
            errors.rejectValue(field, "unknown", "Choose a colleague from the list");
        }
    }

    Handover handover() {
        Map<Integer, UUID> toPosts = new HashMap<>();
        for (Given post : posts) {
            if (post.what().matches("\\d{1,3}")) {
                Sent.id(post.to()).ifPresent(to -> toPosts.put(Integer.valueOf(post.what()), to));
            }
        }
        return new Handover(
                Sent.id(lead).orElse(null),
                Sent.id(namedContact).orElse(null),
                byId(covers),
                toPosts,
                byId(meetings),
                vacant.contains("yes"));
    }

    private static Map<UUID, UUID> byId(List<Given> given) {
        Map<UUID, UUID> to = new HashMap<>();
        for (Given one : given) {
            Sent.id(one.what()).ifPresent(what -> Sent.id(one.to()).ifPresent(person -> to.put(what, person)));
        }
        return to;
    }
}
