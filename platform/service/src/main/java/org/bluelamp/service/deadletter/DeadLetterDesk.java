package org.bluelamp.service.deadletter;

import jakarta.validation.Valid;
import org.bluelamp.messaging.deadletter.DeadLetter;
import org.bluelamp.messaging.deadletter.DeadLetters;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.audit.Deed;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Lists dead letters, shows one, gives it back to its queue, or puts it aside for a reason. Every decision is recorded. */
@Controller
@StaffEndpoint(Role.OPERATOR)
@RequestMapping("/staff/${spring.application.name}/dead-letters")
class DeadLetterDesk {

    private static final int PAGE_SIZE = 25;
    private static final int DEEDS = 100;
    private static final String REPLAYED = "dead-letter.replayed";
    private static final String DISCARDED = "dead-letter.discarded";

    private final DeadLetters letters;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Pages pages;
    private final String service;

    DeadLetterDesk(
            DeadLetters letters, AuditTrail audit, TransactionOperations transactions, Pages pages, String service) {
        this.letters = letters;
        this.audit = audit;
        this.transactions = transactions;
        this.pages = pages;
        this.service = service;
    }

    @GetMapping
    PageView list(
            StaffMember staff,
            @RequestParam(defaultValue = "WAITING") DeadLetter.State state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Long settled) {
        long total = letters.count(state);
        int last = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.clamp(page, 1, last);
        StaffPage frame = operations("Dead letters of " + service, staff).notice(notice(settled));
        return new PageView(
                "service/deadLetters",
                frame,
                new DeadLettersPage(
                        path(), state, letters.list(state, (shown - 1) * PAGE_SIZE, PAGE_SIZE), total, shown, last));
    }

    @GetMapping("/{id}")
    PageView show(StaffMember staff, @PathVariable long id) {
        return page(staff, letter(id), Form.blank());
    }

    @PostMapping("/{id}/replay")
    ModelAndView replay(StaffMember staff, @PathVariable long id) {
        DeadLetter letter = letter(id);
        // Who asked is on record before anything is sent, and no transaction waits for the broker.
        record(staff, "dead-letter.replay-asked", id);
        try {
            letters.replay(id);
            record(staff, REPLAYED, id);
        } catch (DeadLetters.NotReplayed refused) {
            return page(
                            operations(title(letter), staff)
                                    .notice(new NotificationBanner(
                                            "The broker did not take it. It still waits; try again in a minute.")),
                            letter,
                            Form.blank())
                    .status(HttpStatus.SERVICE_UNAVAILABLE);
        } catch (DeadLetters.NotWaiting settledMeanwhile) {
            return PageView.redirect(path() + "/" + id);
        }
        return PageView.redirect(path() + "?settled=" + id);
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(
            StaffMember staff,
            @PathVariable long id,
            @Valid @ModelAttribute("form") DiscardForm form,
            BindingResult result) {
        DeadLetter letter = letter(id);
        if (result.hasErrors()) {
            return page(staff, letter, Form.of(result)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            transactions.executeWithoutResult(transaction -> {
                audit.record(staff, DISCARDED, String.valueOf(id), form.reason());
                letters.discard(id, form.reason());
            });
        } catch (DeadLetters.NotWaiting settledMeanwhile) {
            return PageView.redirect(path() + "/" + id);
        }
        return PageView.redirect(path() + "?settled=" + id);
    }

    private void record(StaffMember staff, String action, long id) {
        transactions.executeWithoutResult(transaction -> audit.record(staff, action, String.valueOf(id), ""));
    }

    private PageView page(StaffMember staff, DeadLetter letter, Form form) {
        return page(operations(title(letter), staff).form(form), letter, form);
    }

    private PageView page(StaffPage frame, DeadLetter letter, Form form) {
        return new PageView(
                "service/deadLetter",
                frame.crumb("Dead letters of " + service, path()),
                new DeadLetterPage(path(), letter, decidedBy(letter), form));
    }

    /** Other things may have the same number: hence the deed, and the latest, for a letter may fail again. */
    private @Nullable String decidedBy(DeadLetter letter) {
        String deed = letter.state() == DeadLetter.State.DISCARDED ? DISCARDED : REPLAYED;
        return audit.of(String.valueOf(letter.id()), DEEDS).stream()
                .filter(done -> done.action().equals(deed))
                .map(Deed::who)
                .findFirst()
                .orElse(null);
    }

    private StaffPage operations(String title, StaffMember staff) {
        return pages.staff(StaffSection.OPERATIONS, title, staff).crumb("Operations", "/staff/operations");
    }

    private static String title(DeadLetter letter) {
        return "Dead letter " + letter.id();
    }

    private @Nullable NotificationBanner notice(@Nullable Long settled) {
        return settled == null
                ? null
                : letters.find(settled)
                        .map(letter -> switch (letter.state()) {
                            case REPLAYED -> NotificationBanner.success(title(letter) + " was given back to its queue");
                            case DISCARDED -> NotificationBanner.success(title(letter) + " was discarded");
                            case WAITING -> new NotificationBanner(title(letter) + " failed again and waits");
                        })
                        .orElse(null);
    }

    private DeadLetter letter(long id) {
        return letters.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String path() {
        return "/staff/" + service + "/dead-letters";
    }
}
