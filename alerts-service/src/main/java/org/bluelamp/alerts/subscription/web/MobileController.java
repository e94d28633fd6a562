package org.bluelamp.alerts.subscription.web;

import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.link.LinkPurpose;
import org.bluelamp.alerts.sms.Mobile;
import org.bluelamp.alerts.sms.Mobiles;
import org.bluelamp.alerts.sms.TextTimes;
import org.bluelamp.contact.MobileNumber;
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
import org.springframework.validation.BeanPropertyBindingResult;
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
 * Text messages on a subscriber's own pages: a number that is confirmed by a code, and when it may be texted. Like the
 * address, the number is never shown.
 */
@Controller
@PublicEndpoint
@RequestMapping("/alerts/manage/{token}/texts")
class MobileController {

    private final Tokens tokens;
    private final Mobiles mobiles;
    private final Pages pages;

    MobileController(Tokens tokens, Mobiles mobiles, Pages pages) {
        this.tokens = tokens;
        this.mobiles = mobiles;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token, @RequestParam(defaultValue = "") String done) {
        return show(token, subscriber(token), null, notice(done));
    }

    @PostMapping("/number")
    ModelAndView number(@PathVariable String token, @ModelAttribute TextsForm typed) {
        var subscriber = subscriber(token);
        var errors = errors(subscriber, typed);
        var number = MobileNumber.parse(typed.number() == null ? "" : typed.number());
        if (number.isEmpty()) {
            errors.rejectValue("number", "number", "Enter the number of a UK mobile phone, like 07700 900 982");
        } else if (mobiles.sendCode(subscriber, number.get())) {
            return back(token, "sent");
        } else {
            errors.rejectValue("number", "number", "We can send up to 3 codes a day. Try again tomorrow");
        }
        return again(token, subscriber, errors);
    }

    @PostMapping("/code")
    ModelAndView code(@PathVariable String token, @ModelAttribute TextsForm typed) {
        var subscriber = subscriber(token);
        return switch (mobiles.confirm(subscriber, typed.code() == null ? "" : typed.code())) {
            case CONFIRMED -> back(token, "confirmed");
            case TOO_LATE -> back(token, "code-over");
            case WRONG -> {
                var errors = errors(subscriber, typed);
                errors.rejectValue("code", "code", "Enter the 6-digit code from our latest text message");
                yield again(token, subscriber, errors);
            }
        };
    }

    @PostMapping("/times")
    ModelAndView times(@PathVariable String token, @ModelAttribute TextsForm typed) {
        var subscriber = subscriber(token);
        var errors = errors(subscriber, typed);
        var times = typed.readTimes(errors);
        return times.isEmpty()
                ? again(token, subscriber, errors)
                : back(token, mobiles.choose(subscriber, times.get()) ? "chosen" : "");
    }

    @PostMapping("/stop")
    ModelAndView stop(@PathVariable String token) {
        mobiles.forget(subscriber(token));
        return back(token, "stopped");
    }

    /** The page has a button for each part; what the others ask stays as it is chosen. */
    private BindingResult errors(UUID subscriber, TextsForm typed) {
        return new BeanPropertyBindingResult(typed.filled(chosen(mobiles.of(subscriber))), "form");
    }

    private static TextTimes chosen(Optional<Mobile> mobile) {
        return mobile.map(Mobile::times).orElse(TextTimes.ALWAYS);
    }

    private ModelAndView again(String token, UUID subscriber, BindingResult errors) {
        return show(token, subscriber, Form.of(errors), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private PageView show(String token, UUID subscriber, @Nullable Form sent, @Nullable NotificationBanner notice) {
        var mobile = mobiles.of(subscriber);
        var form = sent != null ? sent : Form.of(TextsForm.of(chosen(mobile)));
        return new PageView(
                "alerts/texts",
                pages.page(Section.ALERTS, "Text messages")
                        .unlisted()
                        .form(form)
                        .notice(notice),
                new MobilePage(
                        token,
                        mobile.map(one -> LondonTime.day(one.confirmed())).orElse(null),
                        mobile.map(one -> one.times().inWords()).orElse(""),
                        mobile.map(Mobile::suppressed).map(LondonTime::day).orElse(null),
                        mobiles.awaitsCode(subscriber),
                        form));
    }

    /** @throws ResponseStatusException 404 where nobody takes text messages for us */
    private UUID subscriber(String token) {
        if (!mobiles.offered()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return tokens.read(LinkPurpose.MANAGE, token).subject();
    }

    private static ModelAndView back(String token, String done) {
        return PageView.redirect("/alerts/manage/" + token + "/texts" + (done.isEmpty() ? "" : "?done=" + done));
    }

    private static @Nullable NotificationBanner notice(String done) {
        return switch (done) {
            case "sent" -> new NotificationBanner("We sent a code to that number. Enter it below within half an hour.");
            case "confirmed" ->
                NotificationBanner.success("Thank you. We will text you about what is happening now in your areas.");
            case "code-over" -> new NotificationBanner("That code no longer works. Ask for another.");
            case "chosen" -> NotificationBanner.success("We have saved your choice.");
            case "stopped" -> NotificationBanner.success("We have deleted your number and will not text you.");
            default -> null;
        };
    }
}
