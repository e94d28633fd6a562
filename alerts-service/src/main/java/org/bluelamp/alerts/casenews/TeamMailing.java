package org.bluelamp.alerts.casenews;

import java.time.Duration;
import java.util.Optional;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.StaffPost;
import org.bluelamp.messaging.BackgroundWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to teams what waits for them, at the address that they give to everybody.
 *
 * @param <T> what a row tells
 */
abstract class TeamMailing<T> extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(TeamMailing.class);

    /** What a mail names; the list in the portal has the rest. */
    static final int NAMED = 30;

    private final String name;
    private final TeamRows<T> rows;
    private final StaffPost post;
    private final Duration look;

    /** @param look how often each replica looks */
    TeamMailing(String name, TeamRows<T> rows, StaffPost post, Duration look) {
        super(name);
        this.name = name;
        this.rows = rows;
        this.post = post;
        this.look = look;
    }

    /** What a team is written. */
    abstract Mail mail(TeamRows.Digest<T> digest);

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            Thread.sleep(look);
            try {
                look();
            } catch (RuntimeException e) {
                log.warn("Teams are written to later ({}): {}", name, e.toString());
            }
        }
    }

    /**
     * Writes to every team that is to be written to now. What no server takes waits for the end of its lease; what one
     * refuses for good is left to the list in the portal.
     */
    void look() {
        for (Optional<TeamRows.Digest<T>> next = rows.claim(); next.isPresent(); next = rows.claim()) {
            TeamRows.Digest<T> digest = next.get();
            try {
                post.send(digest.claim(), digest.inbox(), mail(digest));
            } catch (NotAccepted refusal) {
                log.warn("The mail to the team of {} was not taken ({}): {}", digest.area(), name, refusal.code());
                if (!refusal.isForGood()) {
                    return;
                }
            }
            rows.mailed(digest);
        }
    }

    /** That the list in the portal has more than a mail names; null when it has not. */
    static @Nullable String more(int all) {
        return all > NAMED ? "And " + (all - NAMED) + " more on the list." : null;
    }
}
