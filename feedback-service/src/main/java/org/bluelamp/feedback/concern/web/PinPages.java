package org.bluelamp.feedback.concern.web;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.pin.Outlines;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.pin.PinMap;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page with the map. */
@Component
class PinPages {

    private final Areas areas;
    private final Outlines outlines;
    private final ConcernPages forms;
    private final Pages pages;

    PinPages(Areas areas, Outlines outlines, ConcernPages forms, Pages pages) {
        this.areas = areas;
        this.outlines = outlines;
        this.forms = forms;
        this.pages = pages;
    }

    /** Whether a place is in a neighbourhood. Where nobody knows how far it reaches, none is. */
    boolean takes(Area area, Pin pin) {
        return outlines.of(area.code()).filter(outline -> outline.takes(pin)).isPresent();
    }

    /** The map with what is marked; the form without a mark, where there is no map. */
    ModelAndView page(Area area, ConcernForm form) {
        return outlines.map(area.code())
                .<ModelAndView>map(map -> page(area, form, map, null))
                .orElseGet(() -> forms.form(area, Form.of(form.at(null))));
    }

    /** The map with a place marked anew, if it is in the neighbourhood; else what was marked before stays. */
    ModelAndView mark(Area area, ConcernForm form, PinMap map, Pin pin) {
        return map.here().takes(pin) ? page(area, form.at(pin), map, null) : page(area, form, map, pin);
    }

    /** What it means as well goes along too: that was chosen before. */
    private static List<Carried> carried(ConcernForm form) {
        List<Carried> all = new ArrayList<>(form.carried());
        form.cause().ifPresent(cause -> all.add(new Carried("choice", cause.code())));
        return List.copyOf(all);
    }

    private PageView page(Area area, ConcernForm form, PinMap map, @Nullable Pin outside) {
        BeanPropertyBindingResult result = new BeanPropertyBindingResult(form, "form");
        Area instead = outside == null
                ? null
                : outlines.at(outside)
                        .flatMap(areas::area)
                        .filter(other -> !other.code().equals(area.code()))
                        .orElse(null);
        if (outside != null) {
            result.rejectValue(
                    "lat",
                    "Rule",
                    instead == null
                            ? "Mark a place in " + area.name()
                            : "That place is in %s. Mark a place in %s, or tell the team for %s instead"
                                    .formatted(instead.name(), area.name(), instead.name()));
        }
        Form shown = Form.of(result);
        PageView view = new PageView(
                "feedback/pin",
                pages.page(Section.HAVE_YOUR_SAY, "Where is it?")
                        .caption(area.name())
                        .crumb("Have your say", "/have-your-say")
                        .unlisted()
                        .form(shown),
                new PinPage(area, carried(form), map, form.pin(), instead, shown));
        return outside == null ? view : view.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
