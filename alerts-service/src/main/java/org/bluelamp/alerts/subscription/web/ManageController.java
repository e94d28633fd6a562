package org.bluelamp.alerts.subscription.web;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.AreaGroup;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.link.LinkPurpose;
import org.bluelamp.alerts.place.OwnPlace;
import org.bluelamp.alerts.place.OwnPlaces;
import org.bluelamp.alerts.push.Devices;
import org.bluelamp.alerts.sms.Mobiles;
import org.bluelamp.alerts.subscriber.Ending;
import org.bluelamp.alerts.subscription.Leaving;
import org.bluelamp.alerts.subscription.SignUps;
import org.bluelamp.alerts.subscription.Subscriptions;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** A subscriber's own page. It never shows their address: a mail with its link may have been passed on. */
@Controller
@PublicEndpoint
@RequestMapping("/alerts/manage/{token}")
class ManageController {

    private final Tokens tokens;
    private final SignUps signUps;
    private final Subscriptions subscriptions;
    private final Leaving leaving;
    private final Mobiles mobiles;
    private final Devices devices;
    private final Areas areas;
    private final OwnPlaces places;
    private final PlaceReader reader;
    private final PlacePages view;
    private final Pages pages;

    ManageController(
            Tokens tokens,
            SignUps signUps,
            Subscriptions subscriptions,
            Leaving leaving,
            Mobiles mobiles,
            Devices devices,
            Areas areas,
            OwnPlaces places,
            PlaceReader reader,
            PlacePages view,
            Pages pages) {
        this.tokens = tokens;
        this.signUps = signUps;
        this.subscriptions = subscriptions;
        this.leaving = leaving;
        this.mobiles = mobiles;
        this.devices = devices;
        this.areas = areas;
        this.places = places;
        this.reader = reader;
        this.view = view;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String area) {
        var subscriber = subscriber(token);
        var choices = subscriptions.choices(subscriber);
        var followed = areas.named(choices.keySet());
        var own = places.followedBy(subscriber);
        var page = pages.page(Section.ALERTS, "The areas you follow")
                .unlisted()
                .notice(notice(done, known(area).map(Area::fullName).orElse("that area")));
        return followed.isEmpty() && own.isEmpty()
                ? new PageView("alerts/manage-nothing", page)
                : new PageView(
                        "alerts/manage",
                        page,
                        new ManagePage(
                                token,
                                followed.stream()
                                        .map(one -> new ManagePage.Followed(
                                                one,
                                                requireNonNull(choices.get(one.code()))
                                                        .inWords()))
                                        .toList(),
                                own.stream()
                                        .map(place -> new ManagePage.Place(
                                                place.code().value(),
                                                place.inWords(),
                                                place.name() != null,
                                                requireNonNull(choices.get(place.code()))
                                                        .leastSeverity()
                                                        .label()))
                                        .toList(),
                                own.size() < OwnPlaces.MOST,
                                areas.force().filter(force -> !followed.contains(force)),
                                without(followed),
                                signUps.wording(),
                                signUps.stoppedSince(subscriber)
                                        .map(LondonTime::day)
                                        .orElse(null),
                                mobiles.offered(),
                                devices.publicKey().isPresent()));
    }

    @GetMapping("/choices")
    ModelAndView choices(@PathVariable String token, @RequestParam(defaultValue = "") String area) {
        var choices = subscriptions.choices(subscriber(token));
        return known(area)
                .filter(found -> choices.containsKey(found.code()))
                .<ModelAndView>map(found ->
                        choicesPage(token, found, Form.of(ChosenForm.of(requireNonNull(choices.get(found.code()))))))
                .orElseGet(() -> PageView.redirect("/alerts/manage/" + token));
    }

    @PostMapping("/choices")
    ModelAndView choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String area,
            @ModelAttribute("form") ChosenForm chosen,
            BindingResult result) {
        var subscriber = subscriber(token);
        var found = known(area);
        if (found.isEmpty()) {
            return PageView.redirect("/alerts/manage/" + token);
        }
        var preferences = chosen.read(result);
        if (preferences.isEmpty() || result.hasErrors()) {
            return choicesPage(token, found.get(), Form.of(result)).status(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return signUps.choose(subscriber, found.get().code(), preferences.get())
                ? back(token, "chosen", found.get().code())
                : PageView.redirect("/alerts/manage/" + token);
    }

    private PageView choicesPage(String token, Area area, Form form) {
        return new PageView(
                "alerts/choices",
                pages.page(Section.ALERTS, "Your choices for " + area.fullName())
                        .unlisted()
                        .form(form),
                new ChoicesPage(token, area, form));
    }

    @PostMapping("/add")
    ModelAndView add(@PathVariable String token, @RequestParam(defaultValue = "") String area) {
        var subscriber = subscriber(token);
        return known(area)
                .map(found -> signUps.add(subscriber, found.code())
                        ? back(token, "added", found.code())
                        : PageView.redirect("/alerts/manage/" + token))
                .orElseGet(() -> PageView.redirect("/alerts/manage/" + token + "?done=none-chosen"));
    }

    @GetMapping("/place")
    PageView placeForm(@PathVariable String token, @RequestParam(defaultValue = "") String area) {
        var followed = subscriptions.followedBy(subscriber(token)).stream()
                .map(AreaCode::value)
                .filter(code -> AreaKind.of(new AreaCode(code)) == AreaKind.NEIGHBOURHOOD)
                .findFirst();
        return placePage(token, Form.of(PlaceForm.BLANK), area.isEmpty() ? followed.orElse("") : area);
    }

    @PostMapping("/place")
    ModelAndView addPlace(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String mapped,
            @RequestParam(defaultValue = "") String show,
            @ModelAttribute("form") PlaceForm form,
            BindingResult result) {
        var subscriber = subscriber(token);
        if (PlacePages.wantsAnotherMap(show, area, mapped)) {
            return placePage(token, Form.of(form), area);
        }
        var place = reader.read(form, result);
        var name = PlaceReader.name(form.name(), result);
        var severity = PlaceReader.leastSeverity(form.leastSeverity(), result);
        if (!result.hasErrors() && !signUps.add(subscriber, place.orElseThrow().named(name), severity.orElseThrow())) {
            result.reject("many", "You can follow " + OwnPlaces.MOST + " places. Stop one of them first");
        }
        return result.hasErrors()
                ? placePage(token, Form.of(result), area).status(HttpStatus.UNPROCESSABLE_ENTITY)
                : PageView.redirect("/alerts/manage/" + token + "?done=place-added");
    }

    private PageView placePage(String token, Form form, String area) {
        return view.show(
                pages.page(Section.ALERTS, "Follow a place of your own").unlisted(),
                "/alerts/manage/" + token + "/place",
                form,
                area,
                null,
                null);
    }

    @GetMapping("/place/change")
    ModelAndView changeForm(@PathVariable String token, @RequestParam(defaultValue = "") String area) {
        var subscriber = subscriber(token);
        return own(subscriber, area)
                .<ModelAndView>map(place -> {
                    var severity = requireNonNull(
                                    subscriptions.choices(subscriber).get(place.code()))
                            .leastSeverity();
                    return changePage(token, place, Form.of(new PlaceChangeForm(place.name(), severity.code())));
                })
                .orElseGet(() -> PageView.redirect("/alerts/manage/" + token));
    }

    @PostMapping("/place/change")
    ModelAndView change(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String area,
            @ModelAttribute("form") PlaceChangeForm form,
            BindingResult result) {
        var subscriber = subscriber(token);
        var place = own(subscriber, area);
        if (place.isEmpty()) {
            return PageView.redirect("/alerts/manage/" + token);
        }
        var name = PlaceReader.name(form.name(), result);
        var severity = PlaceReader.leastSeverity(form.leastSeverity(), result);
        if (result.hasErrors()) {
            return changePage(token, place.get(), Form.of(result)).status(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return PageView.redirect("/alerts/manage/" + token
                + (signUps.change(subscriber, place.get().named(name), severity.orElseThrow())
                        ? "?done=place-changed"
                        : ""));
    }

    private PageView changePage(String token, OwnPlace place, Form form) {
        return new PageView(
                "alerts/place-change",
                pages.page(Section.ALERTS, "Change your place").unlisted().form(form),
                new PlaceChangePage(token, place.code().value(), place.whereInWords(), form));
    }

    private Optional<OwnPlace> own(UUID subscriber, String code) {
        return places.followedBy(subscriber).stream()
                .filter(place -> place.code().value().equals(code))
                .findFirst();
    }

    @PostMapping("/stop")
    ModelAndView stop(@PathVariable String token, @RequestParam(defaultValue = "") String area) {
        var subscriber = subscriber(token);
        var place = own(subscriber, area).map(OwnPlace::code);
        if (place.isPresent()) {
            leaving.one(subscriber, place.get(), Ending.MANAGE_PAGE);
            return PageView.redirect("/alerts/manage/" + token + "?done=place-stopped");
        }
        return known(area)
                .map(found -> {
                    leaving.one(subscriber, found.code(), Ending.MANAGE_PAGE);
                    return back(token, "stopped", found.code());
                })
                .orElseGet(() -> PageView.redirect("/alerts/manage/" + token));
    }

    @PostMapping("/stop-all")
    ModelAndView stopAll(@PathVariable String token) {
        leaving.all(subscriber(token), Ending.MANAGE_PAGE);
        return PageView.redirect("/alerts/manage/" + token + "?done=all-stopped");
    }

    private UUID subscriber(String token) {
        return tokens.read(LinkPurpose.MANAGE, token).subject();
    }

    private Optional<Area> known(String code) {
        try {
            return areas.find(new AreaCode(code));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    private List<AreaGroup> without(List<Area> followed) {
        return areas.groups().stream()
                .map(group -> new AreaGroup(
                        group.district(),
                        group.neighbourhoods().stream()
                                .filter(area -> !followed.contains(area))
                                .toList()))
                .toList();
    }

    private static ModelAndView back(String token, String done, AreaCode area) {
        URI uri = UriComponentsBuilder.fromPath("/alerts/manage/{token}")
                .queryParam("done", done)
                .queryParam("area", area.value())
                .build(token);
        return PageView.redirect(uri.toString());
    }

    private static @Nullable NotificationBanner notice(String done, String area) {
        return switch (done) {
            case "confirmed" -> NotificationBanner.success("Thank you. You will get emails about your area.");
            case "added" -> NotificationBanner.success("You now follow " + area + ".");
            case "chosen" -> NotificationBanner.success("Your choices for " + area + " are saved.");
            case "stopped" -> NotificationBanner.success("You no longer follow " + area + ".");
            case "place-added" -> NotificationBanner.success("You will get alerts for your place.");
            case "place-changed" -> NotificationBanner.success("Your changes to the place are saved.");
            case "place-stopped" ->
                NotificationBanner.success("You no longer follow that place, and we have deleted its location.");
            case "all-stopped" -> NotificationBanner.success("You have stopped all emails.");
            case "none-chosen" -> new NotificationBanner("Select the area you want to add.");
            default -> null;
        };
    }
}
