package org.bluelamp.feedback.concern.web;

import java.util.Objects;
import org.bluelamp.feedback.FeedbackProperties;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.council.Councils;
import org.bluelamp.feedback.photo.Photos;
import org.bluelamp.feedback.pin.Outlines;
import org.bluelamp.feedback.support.Cause;
import org.bluelamp.feedback.support.Said;
import org.bluelamp.feedback.support.Supports;
import org.bluelamp.feedback.team.Team;
import org.bluelamp.feedback.team.Teams;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.stereotype.Component;

/** Makes the page with the form, which several steps lead back to. */
@Component
class ConcernPages {

    private final Teams teams;
    private final Themes themes;
    private final Supports supports;
    private final Outlines outlines;
    private final Photos photos;
    private final Pages pages;
    private final Councils councils;
    private final FeedbackProperties links;

    ConcernPages(
            Teams teams,
            Themes themes,
            Supports supports,
            Outlines outlines,
            Photos photos,
            Pages pages,
            Councils councils,
            FeedbackProperties links) {
        this.teams = teams;
        this.themes = themes;
        this.supports = supports;
        this.outlines = outlines;
        this.photos = photos;
        this.pages = pages;
        this.councils = councils;
        this.links = links;
    }

    /** The form of a neighbourhood with what was filled in. */
    PageView form(Area area, Form form) {
        Team team = teams.of(area.code()).orElse(null);
        String chosen = Objects.requireNonNullElse(form.field("choice").value(), "");
        Said said = Cause.read(chosen)
                .flatMap(cause -> supports.find(area.code(), cause))
                .orElse(null);
        return new PageView(
                "feedback/concern",
                pages.page(Section.HAVE_YOUR_SAY, "Have your say in " + area.name())
                        .crumb("Have your say", "/have-your-say")
                        .description(
                                "Tell the neighbourhood policing team of " + area.name() + " what they should work on.")
                        .form(form),
                new ConcernPage(
                        area,
                        team,
                        Team.readers(team),
                        themes.offered(),
                        councils.responsible(area.code()).orElse(null),
                        said,
                        outlines.knows(area.code()),
                        photos.waits(
                                Objects.requireNonNullElse(form.field("token").value(), "")),
                        form,
                        links));
    }
}
