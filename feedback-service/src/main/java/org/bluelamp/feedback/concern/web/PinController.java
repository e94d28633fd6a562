package org.bluelamp.feedback.concern.web;

import java.time.Duration;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.area.web.UnknownArea;
import org.bluelamp.feedback.pin.Outlines;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.pin.PinMap;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a resident marks a place on a map, without script: her browser sends where she clicked. No address holds a place,
 * because addresses end in logs.
 */
@Controller
@PublicEndpoint
@RequestMapping("/have-your-say/{district}/{neighbourhood}")
class PinController {

    /** How far a button moves the mark, in metres. */
    private static final double STEP = 100;

    private final Areas areas;
    private final UnknownArea unknownArea;
    private final Outlines outlines;
    private final ConcernPages forms;
    private final PinPages maps;

    PinController(Areas areas, UnknownArea unknownArea, Outlines outlines, ConcernPages forms, PinPages maps) {
        this.areas = areas;
        this.unknownArea = unknownArea;
        this.outlines = outlines;
        this.forms = forms;
        this.maps = maps;
    }

    /** The map alone, without a mark: the same for everybody. */
    @GetMapping("/map.svg")
    ResponseEntity<byte[]> map(@PathVariable String district, @PathVariable String neighbourhood) {
        PinMap map = areas.neighbourhood(district + "/" + neighbourhood)
                .flatMap(area -> outlines.map(area.code()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(map.svg(null));
    }

    /** The address was kept and opened again: what was filled in was in the form. */
    @GetMapping("/map")
    ModelAndView start(@PathVariable String district, @PathVariable String neighbourhood) {
        return areas.neighbourhood(district + "/" + neighbourhood)
                .map(area -> PageView.redirect("/have-your-say/" + area.path()))
                .orElseGet(() -> unknownArea.page(""));
    }

    @PostMapping("/map")
    ModelAndView mark(
            @PathVariable String district,
            @PathVariable String neighbourhood,
            @ModelAttribute("form") ConcernForm form,
            BindingResult result,
            @RequestParam(name = "mark.x", required = false) @Nullable String x,
            @RequestParam(name = "mark.y", required = false) @Nullable String y,
            @RequestParam(defaultValue = "") String move) {
        Area area = areas.neighbourhood(district + "/" + neighbourhood).orElse(null);
        if (area == null) {
            return unknownArea.page(form.text());
        }
        PinMap map = outlines.map(area.code()).orElse(null);
        if (map == null || form.step().equals(ConcernForm.EDIT)) {
            return forms.form(area, Form.of(form));
        }
        Pin now = form.pin();
        Pin middle = map.here().middle().orElse(null);
        Pin wanted = switch (move) {
            case "middle" -> middle;
            case "north" -> now == null ? middle : now.moved(0, STEP);
            case "south" -> now == null ? middle : now.moved(0, -STEP);
            case "east" -> now == null ? middle : now.moved(STEP, 0);
            case "west" -> now == null ? middle : now.moved(-STEP, 0);
            default -> clicked(map, x, y, middle);
        };
        if (move.equals("away")) {
            return maps.page(area, form.at(null));
        }
        return wanted == null ? maps.page(area, form) : maps.mark(area, form, map, wanted);
    }

    /** A browser whose map was "clicked" by the keyboard says that it was the corner: that starts in the middle. */
    private static @Nullable Pin clicked(PinMap map, @Nullable String x, @Nullable String y, @Nullable Pin middle) {
        if (x == null || y == null) {
            return null;
        }
        try {
            int across = Integer.parseInt(x);
            int down = Integer.parseInt(y);
            return across == 0 && down == 0 ? middle : map.at(across, down);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
