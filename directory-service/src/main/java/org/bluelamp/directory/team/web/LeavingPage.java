package org.bluelamp.directory.team.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluelamp.directory.Fingerprint;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.team.Cover;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Team;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.jspecify.annotations.Nullable;

/** The page on which somebody who leaves hands over what points to them. */
public record LeavingPage(Area area, Team team, Member person, List<Meeting> meetings, Form form) {

    public String action() {
        return PersonPage.href(person) + "/leave";
    }

    /** Of everything that is to be handed over, so that nothing new is overlooked. */
    public String seen() {
        return seen(team, person, meetings);
    }

    static String seen(Team team, Member person, List<Meeting> meetings) {
        return Fingerprint.of(List.of(
                person,
                covered(team, person).stream().map(Member::id).toList(),
                posts(team, person),
                meetings.stream().map(Meeting::id).sorted().toList()));
    }

    /** Whether anything points to the person. */
    public boolean hasDuties() {
        return person.lead()
                || person.namedContact()
                || !covered().isEmpty()
                || !posts().isEmpty()
                || !meetings.isEmpty();
    }

    /** The colleagues for whom the person stands in. */
    public List<Member> covered() {
        return covered(team, person);
    }

    private static List<Member> covered(Team team, Member person) {
        return team.members().stream()
                .filter(one -> covers(person, one.cover()))
                .toList();
    }

    /** The places, from 0, of the vacant posts that the person covers. */
    public List<Integer> posts() {
        return posts(team, person);
    }

    private static List<Integer> posts(Team team, Member person) {
        return IntStream.range(0, team.vacancies().size())
                .filter(i -> covers(person, team.vacancies().get(i).cover()))
                .boxed()
                .toList();
    }

    private static boolean covers(Member person, @Nullable Cover cover) {
        return cover != null && Objects.equals(cover.by(), person.id());
    }

    /** Nothing chosen, nobody, and every colleague. */
    public List<Choice> colleagues(String nobody) {
        return choices(nobody, team.members().stream());
    }

    /** Who can stand in for a colleague. */
    public List<Choice> colleaguesFor(Member covered) {
        return choices("Nobody", team.members().stream().filter(one -> !one.equals(covered)));
    }

    /** Who can lead the team. */
    public List<Choice> leaders() {
        return choices(
                "Nobody for now",
                team.members().stream().filter(one -> one.rank().canLead()));
    }

    /** Whether a colleague could lead the team. */
    public boolean canBeLed() {
        return leaders().size() > 2;
    }

    private List<Choice> choices(String nobody, Stream<Member> people) {
        List<Choice> choices =
                new ArrayList<>(List.of(new Choice("", "Choose"), new Choice(LeavingForm.NOBODY, nobody)));
        people.filter(one -> !one.id().equals(person.id()))
                .forEach(one -> choices.add(new Choice(one.id().toString(), one.title())));
        return choices;
    }
}
