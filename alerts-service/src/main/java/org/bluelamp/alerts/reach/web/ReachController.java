package org.bluelamp.alerts.reach.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.area.Boundaries;
import org.bluelamp.alerts.delivery.Lane;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.alerts.reach.DeliveryTimes;
import org.bluelamp.alerts.reach.HeadCount;
import org.bluelamp.alerts.reach.OpenIssues;
import org.bluelamp.alerts.reach.ReachFigures;
import org.bluelamp.alerts.reach.ReachFigures.Figure;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Statistics for staff: whom alerts reach, how long deliveries take, and what does not go as it should. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.EDITOR, Role.ADMINISTRATOR})
class ReachController {

    private static final int DAYS = 7;

    private final ReachFigures figures;
    private final DeliveryTimes times;
    private final OpenIssues issues;
    private final Areas areas;
    private final Boundaries boundaries;
    private final Pages pages;

    ReachController(
            ReachFigures figures,
            DeliveryTimes times,
            OpenIssues issues,
            Areas areas,
            Boundaries boundaries,
            Pages pages) {
        this.figures = figures;
        this.times = times;
        this.issues = issues;
        this.areas = areas;
        this.boundaries = boundaries;
        this.pages = pages;
    }

    @GetMapping("/staff/alerts/statistics")
    ModelAndView statistics(StaffMember staff) {
        var own = OwnAreas.of(staff, areas.all());
        var day = figures.day();
        var counted = on(day, Way.MAIL);
        var texts = on(day, Way.SMS);
        var notifications = on(day, Way.PUSH);
        var lines = new LinkedHashMap<AreaCode, ReachPage.Line>();
        own.forEach(area -> {
            var figure = counted.get(area.code());
            if (figure != null) {
                lines.put(
                        area.code(),
                        line(area, figure, shown(texts.get(area.code())), shown(notifications.get(area.code()))));
            }
        });
        var neighbourhoods = own.stream()
                .filter(area -> area.kind() == AreaKind.NEIGHBOURHOOD)
                .map(Area::code)
                .toList();
        return new PageView(
                "alerts/statistics",
                pages.staff(StaffSection.ALERTS, "Reach and delivery", staff).crumb("Alerts", "/staff/alerts"),
                new ReachPage(
                        day.map(LondonTime::day).orElse(null),
                        List.copyOf(lines.values()),
                        (int) neighbourhoods.stream()
                                .map(counted::get)
                                .filter(figure -> figure != null && figure.households() == null)
                                .count(),
                        ReachMap.of(boundaries.of(neighbourhoods), lines),
                        times.latest(DAYS).stream().map(ReachController::time).toList(),
                        issues.within(staff.areas()).stream()
                                .map(ReachController::issue)
                                .toList(),
                        issues.leftAlone(staff.areas()).shown()));
    }

    private Map<AreaCode, Figure> on(Optional<LocalDate> day, Way way) {
        return day.map(one -> figures.on(one, way.word())).orElseGet(Map::of);
    }

    /** A way that was not there when it was counted reaches nobody. */
    private static String shown(@Nullable Figure figure) {
        return figure == null ? new HeadCount(0).shown() : figure.reachable().shown();
    }

    private static ReachPage.Line line(Area area, Figure figure, String texts, String notifications) {
        var households = figure.households();
        return new ReachPage.Line(
                area.name(),
                area.kind() == AreaKind.NEIGHBOURHOOD,
                figure.reachable().shown(),
                texts,
                notifications,
                households == null ? "not known" : String.format(Locale.UK, "%,d", households),
                figure.share().map(String::valueOf).orElse(households == null ? "not known" : "too few to tell"),
                figure.share()
                        .map(share -> share + " for each 100 households")
                        .orElse(households == null ? "households not known" : "too few to tell"),
                Band.of(figure.share()));
    }

    private static ReachPage.Time time(DeliveryTimes.Day day) {
        return new ReachPage.Time(
                LondonTime.day(day.day()),
                label(day.lane()),
                day.accepted().shown(),
                day.half().map(ReachController::words).orElse("–"),
                day.most().map(ReachController::words).orElse("–"),
                String.join(
                        ", ", troubles(new Trouble("refused", day.refused()), new Trouble("too late", day.late()))));
    }

    private static ReachPage.Issue issue(OpenIssues.Issue issue) {
        var troubles = troubles(
                new Trouble("waiting for more than 15 minutes", issue.waiting()),
                new Trouble("trying again", issue.retrying()),
                new Trouble("paused", issue.paused()),
                new Trouble("refused within two days", issue.refused()),
                new Trouble("too late within two days", issue.late()));
        var headline = issue.headline();
        var title = issue.title();
        if (headline != null) {
            return new ReachPage.Issue("Alert: " + headline, "/staff/alerts/" + issue.alert(), troubles);
        }
        if (title != null) {
            return new ReachPage.Issue("Article: " + title, "/news/" + issue.slug(), troubles);
        }
        return new ReachPage.Issue(
                switch (issue.kind()) {
                    case "alert" -> "Alerts";
                    case "article", "withdrawal" -> "Articles and their withdrawals";
                    case "letter" -> "Letters";
                    case "sign-up", "case-news-ask" -> "Emails to confirm an address";
                    case "case-news" -> "News of what residents told";
                    case "scheme" -> "Messages of watch schemes";
                    case "scheme-link" -> "Links to write to a watch scheme";
                    case "scheme-decision" -> "Decisions on watch schemes";
                    default -> "Others";
                },
                null,
                troubles);
    }

    private static List<String> troubles(Trouble... troubles) {
        var words = new ArrayList<String>();
        for (var trouble : troubles) {
            if (trouble.number().people() > 0) {
                words.add(trouble.number().shown() + " " + trouble.what());
            }
        }
        return words;
    }

    private static String label(Lane lane) {
        return switch (lane) {
            case URGENT -> "Urgent alerts";
            case TRANSACTIONAL -> "What one person asked for";
            case BULK -> "Alerts and articles to many";
            case DIGEST -> "Letters";
        };
    }

    /** For example "45 seconds", "3 minutes" or "2 hours 5 minutes". */
    private static String words(Duration duration) {
        if (duration.toSeconds() < 120) {
            return duration.toSeconds() + (duration.toSeconds() == 1 ? " second" : " seconds");
        }
        if (duration.toMinutes() < 120) {
            return duration.toMinutes() + " minutes";
        }
        return duration.toHours() + " hours " + duration.toMinutesPart() + " minutes";
    }

    /** A number of deliveries that did not go as they should. */
    private record Trouble(String what, HeadCount number) {}
}
