package org.bluelamp.alerts.bounce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox that emails come back to. What was read is acted on and then moved away; a crash between the two has it
 * read once more, which changes nothing. One replica reads at a time, and a batch at a time. Nobody's address is logged.
 */
@Component
class BounceMailbox extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);

    private static final int AT_ONCE = 100;

    /** What a report needs fits; what is larger is looked at by somebody. */
    private static final int LARGEST = 5_000_000;

    private final BounceMailboxSettings settings;
    private final MailboxTurns turns;
    private final Bounces bounces;
    private final Clock clock;
    private final Counter handled;
    private volatile int unreadable;
    private volatile Instant lastRead;

    BounceMailbox(
            BounceMailboxSettings settings, MailboxTurns turns, Bounces bounces, Clock clock, MeterRegistry registry) {
        super("bounce-mailbox");
        this.clock = clock;
        this.lastRead = clock.instant();
        this.settings = settings;
        this.turns = turns;
        this.bounces = bounces;
        this.handled = Counter.builder("alerts.bounces.read")
                .description("Messages of the mailbox of bounces that were understood")
                .register(registry);
        Gauge.builder("alerts.bounces.unreadable", this, mailbox -> mailbox.unreadable)
                .description("Messages in the folder of those that could not be understood")
                .register(registry);
        TimeGauge.builder("alerts.bounces.looked", this::unread, TimeUnit.SECONDS)
                .description("Time since this replica last read the mailbox of bounces; another may have meanwhile")
                .register(registry);
    }

    private double unread() {
        return settings.isRead()
                ? Math.max(0, Duration.between(lastRead, clock.instant()).toSeconds())
                : 0;
    }

    @Override
    protected void work() throws InterruptedException {
        if (!settings.isRead()) {
            return;
        }
        while (true) {
            try {
                readAll(UUID.randomUUID());
            } catch (MessagingException | RuntimeException away) {
                log.warn(
                        "The mailbox of bounces cannot be read: {}",
                        away.getClass().getSimpleName());
            }
            Thread.sleep(settings.every());
        }
    }

    /** Takes its turn anew before each batch, for after a county's alert many wait. */
    private void readAll(UUID replica) throws MessagingException {
        var lease = settings.every().plus(settings.patience().multipliedBy(10));
        try {
            while (turns.take(replica, lease) && read() == AT_ONCE) {
                // More may wait.
            }
        } finally {
            turns.giveBack(replica);
        }
    }

    /**
     * Reads one batch.
     *
     * @return how many messages that were
     */
    int read() throws MessagingException {
        try (Store store = Session.getInstance(properties()).getStore(settings.tls() ? "imaps" : "imap")) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                var understood = folder(store, settings.handledFolder());
                var rest = folder(store, settings.unreadableFolder());
                var count = Math.min(folder.getMessageCount(), AT_ONCE);
                for (var message : count == 0 ? new Message[0] : folder.getMessages(1, count)) {
                    move(folder, message, isUnderstood(message) ? understood : rest);
                }
                folder.expunge();
                unreadable = rest.getMessageCount();
                lastRead = clock.instant();
                return count;
            }
        }
    }

    private boolean isUnderstood(Message message) throws MessagingException {
        var returned = message.getSize() <= LARGEST && message instanceof MimeMessage mime
                ? ReturnedReader.read(mime)
                : new Returned.Unreadable("too large");
        switch (returned) {
            case Returned.Failure failure when failure.isOfAddress() -> bounces.bounced(failure.delivery());
            case Returned.Failure failure -> bounces.failed(failure.delivery(), "came back: " + failure.status());
            case Returned.Complaint complaint -> bounces.complained(complaint.delivery());
            case Returned.Nothing _ -> {}
            case Returned.Unreadable why -> {
                log.info("A message in the mailbox of bounces cannot be understood: {}", why.why());
                return false;
            }
        }
        handled.increment();
        return true;
    }

    private static void move(Folder from, Message message, Folder to) throws MessagingException {
        from.copyMessages(new Message[] {message}, to);
        message.setFlag(Flags.Flag.DELETED, true);
    }

    private static Folder folder(Store store, String name) throws MessagingException {
        var folder = store.getFolder(name);
        if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("A folder cannot be made");
        }
        return folder;
    }

    private Properties properties() {
        var properties = new Properties();
        var millis = String.valueOf(settings.patience().toMillis());
        for (var protocol : Arrays.asList("imap", "imaps")) {
            for (var timeout : Arrays.asList("connectiontimeout", "timeout", "writetimeout")) {
                properties.put("mail." + protocol + "." + timeout, millis);
            }
            properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        return properties;
    }
}
