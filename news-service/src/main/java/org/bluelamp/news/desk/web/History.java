package org.bluelamp.news.desk.web;

import java.time.Instant;
import java.util.List;
import org.bluelamp.service.audit.Deed;
import org.bluelamp.web.page.LondonTime;

/** What happened to an article, from the audit trail, in words. */
public record History(List<Row> rows) {

    /**
     * A deed.
     *
     * @param what what was done
     * @param reason why, or more about it; empty where nothing was said
     */
    public record Row(String when, String who, String what, String reason) {}

    static History of(List<Deed> latestFirst) {
        return new History(latestFirst.stream()
                .map(deed -> new Row(LondonTime.second(deed.at()), deed.who(), what(deed.action()), reason(deed)))
                .toList());
    }

    private static String reason(Deed deed) {
        return deed.action().equals("article.scheduled")
                ? "for " + LondonTime.minute(Instant.parse(deed.reason()))
                : deed.reason();
    }

    private static String what(String action) {
        return switch (action) {
            case "article.written" -> "Wrote the draft";
            case "article.rewritten" -> "Changed the text";
            case "article.submitted" -> "Sent it for review";
            case "article.sent-back" -> "Sent it back";
            case "article.scheduled" -> "Scheduled it";
            case "article.unscheduled" -> "Took it out of the schedule";
            case "article.published" -> "Published it";
            case "article.published-as-scheduled" -> "Published by itself, as this person had decided";
            case "article.overdue" -> "Not published by itself, because its last day had passed";
            case "article.corrected" -> "Corrected it";
            case "article.archived" -> "Archived it";
            case "article.withdrawn" -> "Withdrew it";
            case "article.ended" -> "Ended by itself on its last day";
            default -> action;
        };
    }
}
