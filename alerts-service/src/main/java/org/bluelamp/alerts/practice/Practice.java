package org.bluelamp.alerts.practice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.UUID;
import org.bluelamp.contact.MailAddress;
import org.springframework.stereotype.Component;

/**
 * Practice: messages are written, and then not handed to anybody. What becomes of one is decided by its delivery's id, in
 * the shares that are configured, so that the same is never decided twice and differently.
 */
@Component
public class Practice implements MeterBinder {

    private static final int STEPS = 10_000;

    private final PracticeSettings settings;

    Practice(PracticeSettings settings) {
        this.settings = settings;
    }

    /** What becomes of a simulated message. */
    public enum Outcome {
        /** As if a provider had taken it. */
        ACCEPTED("simulated"),
        /** As if it had been refused for good, without anything being held against the address. */
        REFUSED("simulated refusal"),
        /** As if the provider had asked to come again. */
        DELAYED("simulated delay");

        private final String mark;

        Outcome(String mark) {
            this.mark = mark;
        }

        /** By what the delivery tells that it was simulated; all begin alike. */
        public String mark() {
            return mark;
        }
    }

    /** Where people rely on alerts, somebody has to be called when nobody gets them. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("alerts.practice", this, practice -> practice.enabled() ? 1 : 0)
                .description("1 where messages are written and handed to nobody")
                .register(registry);
    }

    /** Whether it is practice at all. */
    public boolean enabled() {
        return settings.enabled();
    }

    /**
     * Whether a message is only simulated: in practice each to whom nobody allowed it. Only email addresses can be allowed.
     *
     * @param to where it would go
     */
    public boolean simulates(Object to) {
        return settings.enabled() && !(to instanceof MailAddress address && allows(address));
    }

    /**
     * What becomes of a message.
     *
     * @param attempt 1 for the first
     */
    public Outcome outcome(UUID delivery, int attempt) {
        var share = (double) Math.floorMod(delivery.hashCode(), STEPS) / STEPS;
        if (share < settings.refused()) {
            return Outcome.REFUSED;
        }
        return share < settings.refused() + settings.delayed() && attempt == 1 ? Outcome.DELAYED : Outcome.ACCEPTED;
    }

    private boolean allows(MailAddress address) {
        var plain = address.normalised();
        return settings.allowed().stream()
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .filter(one -> !one.isEmpty())
                .anyMatch(one -> one.startsWith("@") ? plain.endsWith(one) : plain.equals(one));
    }
}
