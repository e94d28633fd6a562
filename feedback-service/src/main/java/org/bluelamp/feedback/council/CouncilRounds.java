package org.bluelamp.feedback.council;

import java.time.Duration;
import java.util.Optional;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends to councils what is due. Every replica looks every two seconds and takes one report after the other into hand
 * that nobody has. What a replica that dies had in hand another one sends after the lease, so a council may hear the same
 * twice, with the same reference in its words.
 */
@Component
class CouncilRounds extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(CouncilRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final CouncilReports reports;
    private final Councils councils;
    private final Open311 open311;

    CouncilRounds(CouncilReports reports, Councils councils, Open311 open311) {
        super("councils");
        this.reports = reports;
        this.councils = councils;
        this.open311 = open311;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            Thread.sleep(round() ? EVERY : AFTER_FAILURE);
        }
    }

    /** @return false when the database could not be asked */
    boolean round() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<CouncilReports.Due> due = reports.lease();
                if (due.isEmpty()) {
                    break;
                }
                sendOrWait(due.get());
            }
            return true;
        } catch (RuntimeException e) {
            log.warn("Reports to councils wait some seconds: {}", e.toString());
            return false;
        }
    }

    /** Whatever is wrong with one report, it counts as an attempt and holds up no other. */
    private void sendOrWait(CouncilReports.Due report) {
        try {
            send(report);
        } catch (RuntimeException e) {
            log.warn("Report {} to the council of {} waits: {}", report.reference(), report.district(), e.toString());
            reports.later(report, "could not be sent by us: " + e.getClass().getSimpleName());
        }
    }

    private void send(CouncilReports.Due report) {
        if (report.unwanted()) {
            reports.givenUp(report, "was taken for nothing by the team");
            return;
        }
        Council council = councils.of(report.district()).orElse(null);
        if (council == null || council.endPoint() == null) {
            reports.givenUp(report, "has no end point any more");
            return;
        }
        switch (open311.send(council, councils.key(report.district()), report)) {
            case Open311.Result.Taken taken -> reports.sent(report, taken.receipt());
            case Open311.Result.Later later -> reports.away(report, later.why());
            case Open311.Result.Refused refused -> {
                log.warn("The council of {} {}: look at its settings", report.district(), refused.why());
                reports.givenUp(report, refused.why());
            }
        }
    }
}
