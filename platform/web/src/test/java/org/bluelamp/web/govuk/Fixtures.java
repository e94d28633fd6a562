package org.bluelamp.web.govuk;

import static java.util.Map.entry;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bluelamp.web.govuk.ServiceNavigation.Place;
import org.jspecify.annotations.Nullable;

/**
 * Makes our component of each fixture's options. An option that our component does not have is passed over here; such a
 * fixture then differs and has to be named, with the reason, in {@code govuk-fixtures-left-out.txt}.
 */
final class Fixtures {

    /** The components we have, by their name in the package. */
    static final Map<String, Function<Options, Content>> BUILT = Map.ofEntries(
            entry("back-link", Fixtures::backLink),
            entry("breadcrumbs", Fixtures::breadcrumbs),
            entry("button", Fixtures::button),
            entry("character-count", Fixtures::characterCount),
            entry("checkboxes", Fixtures::checkboxes),
            entry("date-input", Fixtures::dateInput),
            entry("details", Fixtures::details),
            entry("error-message", Fixtures::errorMessage),
            entry("error-summary", Fixtures::errorSummary),
            entry("fieldset", Fixtures::fieldset),
            entry("file-upload", Fixtures::fileUpload),
            entry("hint", Fixtures::hint),
            entry("input", Fixtures::input),
            entry("inset-text", Fixtures::insetText),
            entry("label", Fixtures::label),
            entry("notification-banner", Fixtures::notificationBanner),
            entry("pagination", Fixtures::pagination),
            entry("panel", Fixtures::panel),
            entry("phase-banner", Fixtures::phaseBanner),
            entry("radios", Fixtures::radios),
            entry("select", Fixtures::select),
            entry("service-navigation", Fixtures::serviceNavigation),
            entry("skip-link", Fixtures::skipLink),
            entry("summary-list", Fixtures::summaryList),
            entry("table", Fixtures::table),
            entry("tag", Fixtures::tag),
            entry("task-list", Fixtures::taskList),
            entry("textarea", Fixtures::textarea),
            entry("warning-text", Fixtures::warningText));

    private Fixtures() {}

    private static Content backLink(Options o) {
        Content content = o.has("html") ? o.content() : new Text(o.text("text", "Back"));
        return new BackLink(o.text("href", "#"), content, o.classes());
    }

    private static Content breadcrumbs(Options o) {
        List<Link> links = o.list("items").stream()
                .map(item -> new Link(item.content(), item.text("href")))
                .toList();
        return new Breadcrumbs(
                links, o.flag("collapseOnMobile", false), o.text("labelText", "Breadcrumb"), o.classes());
    }

    private static Content button(Options o) {
        String href = o.text("element", "").equals("a") ? o.text("href", "#") : o.text("href");
        return new Button(
                o.content(),
                href,
                o.text("name"),
                o.text("value"),
                o.text("id"),
                o.text("type", "submit"),
                o.flag("isStartButton", false),
                o.flag("disabled", false),
                o.flag("preventDoubleClick"),
                o.classes());
    }

    private static Content characterCount(Options o) {
        boolean words = o.has("maxwords");
        Integer max = o.number(words ? "maxwords" : "maxlength");
        return new CharacterCount(textarea(o), max == null ? 0 : max, words, o.number("threshold"));
    }

    private static Content checkboxes(Options o) {
        return new Checkboxes(
                answers(o, "values"),
                o.of("fieldset").when("legend", Fixtures::legend),
                o.when("hint", Fixtures::hint),
                options(o),
                o.classes());
    }

    private static Content dateInput(Options o) {
        List<DateInput.Part> parts = new ArrayList<>();
        for (Options item : o.list("items")) {
            String name = item.text("name", "");
            String label = item.text("label", Character.toUpperCase(name.charAt(0)) + name.substring(1));
            parts.add(part(o, label, name, item.text("id"), item.text("value"), item.classes()));
        }
        if (parts.isEmpty()) {
            parts.add(part(o, "Day", "day", null, null, "govuk-input--width-2"));
            parts.add(part(o, "Month", "month", null, null, "govuk-input--width-2"));
            parts.add(part(o, "Year", "year", null, null, "govuk-input--width-4"));
        }
        return new DateInput(
                field(o, List.of()),
                o.of("fieldset").when("legend", Fixtures::legend),
                o.when("hint", Fixtures::hint),
                parts,
                o.classes());
    }

    private static DateInput.Part part(
            Options o, String label, String name, @Nullable String id, @Nullable String value, String classes) {
        String prefix = o.text("namePrefix");
        Field field = new Field(
                prefix == null ? name : prefix + "-" + name,
                id == null ? o.text("id", "") + "-" + name : id,
                value == null ? List.of() : List.of(value),
                null);
        return new DateInput.Part(label, field, classes);
    }

    private static Content details(Options o) {
        return new Details(
                o.content("summaryText", "summaryHtml"), o.content(), o.flag("open", false), o.text("id"), o.classes());
    }

    private static Content errorMessage(Options o) {
        Boolean silent = o.flag("visuallyHiddenText");
        String prefix = o.text("visuallyHiddenText");
        return new ErrorMessage(
                o.content(), o.text("id"), o.classes(), silent != null ? "" : prefix == null ? "Error" : prefix);
    }

    private static Content errorSummary(Options o) {
        List<ErrorSummary.Line> lines = o.list("errorList").stream()
                .map(line -> new ErrorSummary.Line(line.content(), line.text("href")))
                .toList();
        Content description = o.has("descriptionText") || o.has("descriptionHtml")
                ? o.content("descriptionText", "descriptionHtml")
                : null;
        return new ErrorSummary(o.text("titleText", ""), description, lines, o.flag("disableAutoFocus"), o.classes());
    }

    private static Content fieldset(Options o) {
        return new Fieldset(
                o.when("legend", Fixtures::legend), o.content(), o.classes(), o.text("role"), o.text("describedBy"));
    }

    private static Hint hint(Options o) {
        return new Hint(o.content(), o.text("id"), o.classes());
    }

    private static Content input(Options o) {
        Keyboard keyboard = new Keyboard(
                o.text("type", "text"),
                o.text("inputmode"),
                o.text("autocomplete"),
                o.text("autocapitalize"),
                o.text("pattern"),
                o.flag("spellcheck"));
        return new Input(
                field(o, o.values("value")),
                label(o.of("label")),
                o.when("hint", Fixtures::hint),
                keyboard,
                o.when("prefix", Options::content),
                o.when("suffix", Options::content),
                o.classes(),
                o.flag("disabled", false));
    }

    private static Content insetText(Options o) {
        return new InsetText(o.content(), o.classes());
    }

    private static Label label(Options o) {
        return new Label(o.content(), o.text("for"), o.classes(), o.flag("isPageHeading", false));
    }

    private static Legend legend(Options o) {
        return new Legend(o.content(), o.classes(), o.flag("isPageHeading", false));
    }

    private static Content notificationBanner(Options o) {
        boolean success = o.text("type", "").equals("success");
        Content title = o.has("titleText") || o.has("titleHtml")
                ? o.content("titleText", "titleHtml")
                : new Text(success ? "Success" : "Important");
        Integer level = o.number("titleHeadingLevel");
        return new NotificationBanner(
                o.has("html") ? o.content() : new NotificationBanner.Line(o.content()),
                success,
                title,
                o.text("titleId", "govuk-notification-banner-title"),
                level == null ? 2 : level,
                o.text("role"),
                o.flag("disableAutoFocus"),
                o.classes());
    }

    private static Content pagination(Options o) {
        List<Pagination.Item> pages = new ArrayList<>();
        for (Options item : o.list("items")) {
            if (item.flag("ellipsis", false)) {
                pages.add(new Pagination.Ellipsis());
            } else {
                String number = item.text("number", "");
                pages.add(new Pagination.Number(
                        number,
                        item.text("href", ""),
                        item.flag("current", false),
                        item.text("visuallyHiddenText", "Page " + number)));
            }
        }
        return new Pagination(
                o.when("previous", Fixtures::neighbour),
                o.when("next", Fixtures::neighbour),
                pages,
                o.text("landmarkLabel", "Pagination"),
                o.classes());
    }

    private static Pagination.Neighbour neighbour(Options o) {
        return new Pagination.Neighbour(o.text("href", ""), o.contentOrNull(), o.text("labelText"));
    }

    private static Content panel(Options o) {
        Integer level = o.number("headingLevel");
        return new Panel(
                o.content("titleText", "titleHtml"), o.contentOrNull(), level == null ? 1 : level, o.classes());
    }

    private static Content phaseBanner(Options o) {
        return new PhaseBanner(tag(o.of("tag")), o.content(), o.classes());
    }

    private static Content radios(Options o) {
        return new Radios(
                answers(o, "value"),
                o.of("fieldset").when("legend", Fixtures::legend),
                o.when("hint", Fixtures::hint),
                options(o),
                o.classes());
    }

    private static Content select(Options o) {
        List<String> selected = new ArrayList<>(o.values("value"));
        List<Choice> choices = new ArrayList<>();
        for (Options item : o.list("items")) {
            String value = item.text("value");
            if (item.flag("selected", false)) {
                selected.add(value == null ? item.text("text", "") : value);
            } else if (item.flag("selected") != null) {
                selected.remove(value);
            }
            choices.add(new Choice(value, item.content(), null, null, item.flag("disabled", false), false));
        }
        return new Select(
                field(o, selected),
                label(o.of("label")),
                o.when("hint", Fixtures::hint),
                choices,
                o.classes(),
                o.flag("disabled", false));
    }

    private static Content serviceNavigation(Options o) {
        List<ServiceNavigation.Item> items = o.list("navigation").stream()
                .map(item -> new ServiceNavigation.Item(
                        item.content(),
                        item.text("href"),
                        item.flag("current", false)
                                ? Place.HERE
                                : item.flag("active", false) ? Place.INSIDE : Place.ELSEWHERE))
                .toList();
        String menu = o.text("menuButtonText", "Menu");
        return new ServiceNavigation(
                o.text("serviceName"),
                o.text("serviceUrl"),
                items,
                o.flag("collapseNavigationOnMobile", o.json().path("navigation").size() > 1),
                o.text("navigationLabel", menu),
                menu,
                o.text("navigationId", "navigation"),
                o.classes());
    }

    private static Content skipLink(Options o) {
        return new SkipLink(o.text("href", "#content"), o.content(), o.classes());
    }

    private static Content summaryList(Options o) {
        List<SummaryList.Row> rows = o.list("rows").stream()
                .map(row -> new SummaryList.Row(
                        row.of("key").content(), row.of("value").content(), actions(row), row.classes()))
                .toList();
        return new SummaryList(rows, o.when("card", Fixtures::card), o.classes());
    }

    private static SummaryList.Card card(Options o) {
        Integer level = o.of("title").number("headingLevel");
        return new SummaryList.Card(o.of("title").content(), actions(o), level == null ? 2 : level, o.classes());
    }

    private static List<SummaryList.Action> actions(Options o) {
        return o.of("actions").list("items").stream()
                .map(action -> new SummaryList.Action(
                        action.content(),
                        action.text("href", "#"),
                        action.has("visuallyHiddenText") ? action.text("visuallyHiddenText") : null,
                        action.classes()))
                .toList();
    }

    private static Content table(Options o) {
        List<List<Table.Cell>> rows = o.json()
                .path("rows")
                .valueStream()
                .filter(row -> row.isArray())
                .map(row ->
                        row.valueStream().map(cell -> cell(new Options(cell))).toList())
                .toList();
        return new Table(
                o.text("caption"),
                o.text("captionClasses", ""),
                o.list("head").stream().map(Fixtures::cell).toList(),
                rows,
                o.flag("firstCellIsHeader", false),
                o.classes());
    }

    private static Table.Cell cell(Options o) {
        return new Table.Cell(
                o.content(),
                o.text("format", "").equals("numeric"),
                o.number("colspan"),
                o.number("rowspan"),
                o.classes());
    }

    private static Tag tag(Options o) {
        return new Tag(o.content(), o.classes());
    }

    private static Content taskList(Options o) {
        List<TaskList.Task> tasks = new ArrayList<>();
        for (Options item : o.list("items")) {
            Options status = item.of("status");
            tasks.add(new TaskList.Task(
                    item.of("title").content(),
                    item.text("href"),
                    item.when("hint", Options::content),
                    status.has("tag") ? tag(status.of("tag")) : status.content(),
                    item.of("title").classes(),
                    status.classes(),
                    item.classes()));
        }
        return new TaskList(tasks, o.text("idPrefix", "task-list"), o.classes());
    }

    private static FileUpload fileUpload(Options o) {
        return new FileUpload(
                field(o, List.of()),
                label(o.of("label")),
                o.when("hint", Fixtures::hint),
                null,
                o.flag("disabled", false),
                o.classes());
    }

    private static Textarea textarea(Options o) {
        Integer rows = o.number("rows");
        return new Textarea(
                field(o, o.values("value")),
                label(o.of("label")),
                o.when("hint", Fixtures::hint),
                rows == null ? 5 : rows,
                o.text("autocomplete"),
                o.flag("spellcheck"),
                o.classes(),
                o.flag("disabled", false));
    }

    private static Content warningText(Options o) {
        return new WarningText(o.content(), o.classes());
    }

    private static Field field(Options o, List<String> values) {
        String name = o.text("name", "");
        return new Field(name, o.text("id", name), values, o.of("errorMessage").text("text"));
    }

    private static Field answers(Options o, String given) {
        List<String> chosen = new ArrayList<>(o.values(given));
        for (Options item : o.list("items")) {
            if (item.flag("checked", false)) {
                chosen.add(item.text("value", ""));
            } else if (item.flag("checked") != null) {
                chosen.remove(item.text("value", ""));
            }
        }
        String name = o.text("name", "");
        return new Field(
                name, o.text("idPrefix", name), chosen, o.of("errorMessage").text("text"));
    }

    private static List<Option> options(Options o) {
        List<Option> options = new ArrayList<>();
        for (Options item : o.list("items")) {
            if (item.has("divider")) {
                options.add(new Divider(item.text("divider", "")));
                continue;
            }
            Options revealed = item.of("conditional");
            options.add(new Choice(
                    item.text("value"),
                    item.content(),
                    item.when("hint", Fixtures::hint),
                    revealed.has("html") ? revealed.content() : null,
                    item.flag("disabled", false),
                    item.text("behaviour", "").equals("exclusive")));
        }
        return options;
    }
}
