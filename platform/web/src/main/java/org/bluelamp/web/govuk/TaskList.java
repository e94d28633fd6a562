package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtetaskListGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to do, with the state of each. */
public record TaskList(List<Task> tasks, String idPrefix, String classes) implements Component {

    public TaskList {
        tasks = List.copyOf(tasks);
    }

    public TaskList(List<Task> tasks) {
        this(tasks, "task-list", "");
    }

    public String css() {
        return Classes.of("govuk-task-list", classes);
    }

    /**
     * A thing to do.
     *
     * @param href null when it cannot be started yet
     * @param statusClasses for a state that is plain text and means "not yet"
     */
    public record Task(
            Content title,
            @Nullable String href,
            @Nullable Content hint,
            Content status,
            String titleClasses,
            String statusClasses,
            String classes) {

        public Task(String title, String href, Content status) {
            this(new Text(title), href, null, status, "", "", "");
        }

        public String css() {
            return Classes.of(
                    "govuk-task-list__item", Classes.when(href != null, "govuk-task-list__item--with-link"), classes);
        }

        public String linkCss() {
            return Classes.of("govuk-link", "govuk-task-list__link", titleClasses);
        }

        public @Nullable String titleCss() {
            return titleClasses.isEmpty() ? null : titleClasses;
        }

        public String statusCss() {
            return Classes.of("govuk-task-list__status", statusClasses);
        }
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtetaskListGenerated.render(output, null, this);
    }
}
