package org.bluelamp.news.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.news.desk.ComingUp;
import org.bluelamp.news.desk.Desk;
import org.bluelamp.news.desk.DeskQuery;
import org.bluelamp.news.desk.DeskRow;
import org.bluelamp.news.desk.Typed;
import org.bluelamp.news.desk.TypedTexts;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.AdministeredForce;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.govuk.Pagination;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.bluelamp.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The articles on somebody's desk: found by state, kind, area and words, and what will happen by itself. */
@Controller
@StaffEndpoint(Role.EDITOR)
class DeskListPages {

    private static final int PER_PAGE = 25;
    private static final int COMING_UP = 200;

    /** More areas than these are counted in the list. */
    private static final int NAMED = 2;

    private final Desk desk;
    private final TypedTexts texts;
    private final Areas areas;
    private final Webhooks webhooks;
    private final Pages pages;

    DeskListPages(Desk desk, TypedTexts texts, Areas areas, Webhooks webhooks, Pages pages) {
        this.desk = desk;
        this.texts = texts;
        this.areas = areas;
        this.webhooks = webhooks;
        this.pages = pages;
    }

    /** The list; who does not write but decides how others do goes straight to that. */
    @GetMapping("/staff/news")
    @StaffEndpoint({Role.EDITOR, Role.ADMINISTRATOR})
    ModelAndView list(
            StaffMember who,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String area,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String waiting,
            @RequestParam(defaultValue = "1") int page) {
        if (!who.roles().contains(Role.EDITOR)) {
            return PageView.redirect("/staff/news/settings");
        }
        AreaMap map = areas.all();
        DeskQuery query = new DeskQuery(
                Arrays.stream(ArticleState.values())
                        .filter(one -> one.code().equals(state))
                        .findFirst(),
                Optional.ofNullable(kind).flatMap(ArticleKind::of),
                Optional.ofNullable(area).flatMap(map::parse),
                q.strip(),
                waiting != null);
        Map<ArticleState, Long> counts = desk.counts(who, query);
        long total = query.state()
                .map(counts::get)
                .orElseGet(() ->
                        counts.values().stream().mapToLong(Long::longValue).sum());
        int last = (int) Math.max(1, (total + PER_PAGE - 1) / PER_PAGE);
        int current = Math.clamp(page, 1, last);
        List<DeskList.Row> rows = desk.list(who, query, (current - 1) * PER_PAGE, PER_PAGE).stream()
                .map(row -> row(row, map))
                .toList();
        long waitingForMe = desk.counts(who, DeskQuery.WAITING).getOrDefault(ArticleState.IN_REVIEW, 0L);
        return new PageView(
                "news/desk",
                pages.staff(StaffSection.NEWS, "News", who),
                new DeskList(
                        query,
                        map,
                        filters(counts, query, waitingForMe),
                        rows,
                        Pagination.of(current, last, number -> address(query, query.state(), "page=" + number)),
                        !who.areas().isEmpty(),
                        who.roles().contains(Role.ADMINISTRATOR),
                        AdministeredForce.find(who)
                                .map(force -> webhooks.failing(who, force))
                                .orElse(0L),
                        texts.of(who.id()).stream().map(DeskListPages::unsaved).toList()));
    }

    /** What will become public or end by itself, day by day. */
    @GetMapping("/staff/news/calendar")
    PageView calendar(StaffMember who) {
        List<ComingUp> all = desk.comingUp(who, COMING_UP);
        List<CalendarPage.Day> days = new ArrayList<>();
        all.stream()
                .collect(Collectors.groupingBy(one -> LondonTime.date(one.at()), TreeMap::new, Collectors.toList()))
                .forEach((day, coming) -> days.add(new CalendarPage.Day(
                        LondonTime.weekday(coming.getFirst().at()),
                        coming.stream()
                                .map(one -> new CalendarPage.Event(
                                        LondonTime.minute(one.at()),
                                        one.publication() ? "Is published" : "Ends",
                                        one.title(),
                                        "/staff/news/" + one.article()))
                                .toList())));
        return new PageView(
                "news/calendar",
                pages.staff(StaffSection.NEWS, "Calendar", who).crumb("News", "/staff/news"),
                new CalendarPage(days));
    }

    private static DeskList.Unsaved unsaved(Typed text) {
        String title = text.form().path("title").asString("").strip();
        return new DeskList.Unsaved(
                title.isEmpty() ? "Article without a title" : title,
                "/staff/news/" + text.article() + "/edit?typed",
                LondonTime.minute(text.at()));
    }

    private static List<DeskList.Filter> filters(Map<ArticleState, Long> counts, DeskQuery query, long waitingForMe) {
        DeskQuery all = new DeskQuery(Optional.empty(), query.kind(), query.area(), query.text(), false);
        List<DeskList.Filter> filters = new ArrayList<>();
        filters.add(new DeskList.Filter("Waiting for you", waitingForMe, "/staff/news?waiting", query.waiting()));
        filters.add(new DeskList.Filter(
                "All",
                counts.values().stream().mapToLong(Long::longValue).sum(),
                address(all, Optional.empty(), ""),
                query.state().isEmpty() && !query.waiting()));
        counts.forEach((state, count) -> filters.add(new DeskList.Filter(
                state == ArticleState.DRAFT ? "Drafts" : state.label(),
                count,
                address(all, Optional.of(state), ""),
                query.state().filter(state::equals).isPresent())));
        return filters;
    }

    private static String address(DeskQuery query, Optional<ArticleState> state, String more) {
        StringJoiner parameters = new StringJoiner("&", "/staff/news?", "").setEmptyValue("/staff/news");
        state.ifPresent(one -> parameters.add("state=" + one.code()));
        query.kind().ifPresent(one -> parameters.add("kind=" + one.code()));
        query.area().map(AreaCode::value).ifPresent(one -> parameters.add("area=" + one));
        if (!query.text().isEmpty()) {
            parameters.add("q=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8));
        }
        if (query.waiting()) {
            parameters.add("waiting");
        }
        if (!more.isEmpty()) {
            parameters.add(more);
        }
        return parameters.toString();
    }

    private static DeskList.Row row(DeskRow row, AreaMap map) {
        return new DeskList.Row(
                row.title(),
                "/staff/news/" + row.id(),
                row.state(),
                names(map.named(row.areas())),
                LondonTime.minute(row.touchedAt()));
    }

    private static String names(List<Area> areas) {
        String named = areas.stream().limit(NAMED).map(Area::name).collect(Collectors.joining(", "));
        return areas.size() <= NAMED ? named : named + " and " + (areas.size() - NAMED) + " more";
    }
}
