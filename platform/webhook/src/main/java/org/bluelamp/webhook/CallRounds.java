package org.bluelamp.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the calls that are due. Every replica looks once a second and takes tools into hand that nobody has; each tool
 * has a thread of its own for the round, so that a slow one holds up nobody else. What a replica that dies had in hand
 * another one does after the lease, so a tool may hear the same twice, with the same id.
 */
class CallRounds extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(CallRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Calls calls;
    private final Outgoing outgoing;
    private final WebhookSettings settings;
    private final Clock clock;

    CallRounds(Calls calls, Outgoing outgoing, WebhookSettings settings, Clock clock) {
        super("webhooks");
        this.calls = calls;
        this.outgoing = outgoing;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            Thread.sleep(look() ? EVERY : AFTER_FAILURE);
        }
    }

    /** @return false when the database could not be asked */
    private boolean look() {
        try {
            for (Calls.Leased target : calls.lease()) {
                Thread.ofVirtual().name("webhook-" + target.target()).start(() -> round(target));
            }
            return true;
        } catch (RuntimeException e) {
            log.warn("Webhooks wait some seconds: {}", e.toString());
            return false;
        }
    }

    /** Makes what is due for one tool, until it fails: then the rest would most likely fail as well. */
    private void round(Calls.Leased target) {
        try {
            Instant noFurtherCallAfter =
                    target.until().minus(settings.patience().multipliedBy(2));
            for (Calls.Due due : calls.due(target.target())) {
                if (clock.instant().isAfter(noFurtherCallAfter)) {
                    break;
                }
                if (calls.isStillDue(due.id()) && !make(target, due)) {
                    break;
                }
            }
            calls.release(target);
        } catch (RuntimeException e) {
            // The lease lapses by itself.
            log.warn("A round of webhook calls was broken off: {}", e.toString());
        }
    }

    /** @return whether the tool took it */
    private boolean make(Calls.Leased target, Calls.Due due) {
        Outgoing.Result result = outgoing.call(target.url(), target.secrets(), due.id(), due.body());
        if (result.taken()) {
            calls.sent(target, due.id(), result.words());
        } else if (result.forGood()) {
            calls.givenUp(target, due.id(), result.words());
            calls.pause(target);
        } else {
            Duration pause = settings.pauseAfter(due.attempts() + 1);
            if (clock.instant().plus(pause).isAfter(due.giveUpAt())) {
                calls.givenUp(target, due.id(), result.words());
            } else {
                calls.later(target, due.id(), result.words(), pause);
            }
        }
        return result.taken();
    }
}
