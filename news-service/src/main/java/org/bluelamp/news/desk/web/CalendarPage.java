package org.bluelamp.news.desk.web;

import java.util.List;

/** What will happen to articles by themselves, day by day. */
public record CalendarPage(List<Day> days) {

    /** A day with what happens on it. */
    public record Day(String day, List<Event> events) {}

    /** Something that happens. */
    public record Event(String when, String what, String title, String href) {}
}
