package org.bluelamp.feedback.photo;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.images.BadImage;
import org.bluelamp.images.Darkroom;
import org.bluelamp.images.ImageFormat;
import org.bluelamp.images.Print;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The photos of concerns, one each. A photo is kept as soon as it is sent, whatever is wrong with its form, and waits for
 * the concern. It is erased 28 days after the case has ended, or after a case that was set aside came, as is how the sender
 * can be reached.
 */
@Repository
public class Photos implements Expiring {

    /** The most that wait for their concern. */
    static final int MOST_WAITING = 500;

    /** The most that are kept within an hour: some 30 MB, and in 28 days 20 GB. */
    static final int MOST_AN_HOUR = 100;

    private static final Darkroom.Limits LIMITS =
            new Darkroom.Limits("photo", 8, 40, 1_280, EnumSet.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP));

    private static final int LONGEST_SIDE = 1_280;
    private static final Duration WAITS = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration AFTER = Duration.ofDays(28);

    /** A file is read only when it is nearly its turn, so that no number of them fills the memory. */
    private static final int READ_AT_ONCE = 2;

    private static final int PATIENCE_SECONDS = 5;
    private static final Refusal BUSY = new Refusal(
            "Too many photos are being sent at the moment. Try again in a minute, or send this without the photo",
            true);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Darkroom darkroom = new Darkroom(LIMITS);
    private final Semaphore turns = new Semaphore(READ_AT_ONCE, true);

    Photos(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Why a photo was not kept.
     *
     * @param reason what to do about it, a sentence to the resident
     * @param busy whether nothing is wrong with it, and it would be kept later
     */
    public record Refusal(String reason, boolean busy) {}

    /**
     * Keeps the photo of a form in the place of the one that it had.
     *
     * @param formToken random, the same however often the form is sent
     * @return why it is not kept; empty when it is
     */
    public Optional<Refusal> keep(String formToken, InputStreamSource file) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.of(BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(BUSY);
        }
        try {
            byte[] image = darkroom.develop(read(file), picture -> {
                double share = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
                return Print.jpeg(picture, Math.max(1, (int) (picture.getWidth() * share)));
            });
            return add(formToken, image) ? Optional.empty() : Optional.of(BUSY);
        } catch (BadImage bad) {
            return Optional.of(new Refusal(bad.reason(), false));
        } catch (IOException e) {
            return Optional.of(new Refusal("The photo did not upload properly. Choose it again", false));
        } finally {
            turns.release();
        }
    }

    /** One byte more than is taken says that it is too large. */
    private static byte[] read(InputStreamSource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(LIMITS.largestFile() + 1);
        }
    }

    private boolean add(String formToken, byte[] image) {
        return jdbc.sql("""
                        insert into photo (id, form_hash, image, kept_at)
                        select :id, :form, :image, :now
                         where (select count(*) from photo where form_hash is not null) < :most
                           and (select count(*) from photo where kept_at > :hourAgo) < :mostAnHour
                        on conflict (form_hash) do update set image = excluded.image, kept_at = excluded.kept_at""")
                        .param("id", UUID.randomUUID())
                        .param("form", hash(formToken))
                        .param("image", image)
                        .param("now", clock.instant().atOffset(UTC))
                        .param("most", MOST_WAITING)
                        .param("hourAgo", clock.instant().minus(HOUR).atOffset(UTC))
                        .param("mostAnHour", MOST_AN_HOUR)
                        .update()
                == 1;
    }

    /** Whether a photo waits for the concern of a form. */
    public boolean waits(String formToken) {
        return jdbc.sql("select exists (select from photo where form_hash = :form)")
                .param("form", hash(formToken))
                .query(Boolean.class)
                .single();
    }

    /** Deletes the photo that waits for the concern of a form, if any. */
    public void leaveOut(String formToken) {
        jdbc.sql("delete from photo where form_hash = :form")
                .param("form", hash(formToken))
                .update();
    }

    /** Gives the photo that waits under a form to the concern that was made of it, in the transaction that keeps that. */
    public void give(String formToken, Reference concern) {
        jdbc.sql("""
                        update photo
                           set form_hash = null, concern_id = c.id
                          from concern c
                         where photo.form_hash = :form and c.reference = :reference""")
                .param("form", hash(formToken))
                .param("reference", concern.value())
                .update();
    }

    /** The photo of a concern as JPEG; empty when it has none, or no more. */
    public Optional<byte[]> of(Reference concern) {
        return jdbc.sql("""
                        select p.image
                          from photo p
                          join concern c on c.id = p.concern_id
                         where c.reference = :reference""")
                .param("reference", concern.value())
                .query((row, n) -> row.getBytes("image"))
                .optional();
    }

    @Override
    public int deleteExpired(Instant now, int limit) {
        int waiting = jdbc.sql("""
                        delete from photo
                         where id in (select id
                                        from photo
                                       where form_hash is not null and kept_at <= :before
                                       limit :limit)""")
                .param("before", now.minus(WAITS).atOffset(UTC))
                .param("limit", limit)
                .update();
        return waiting == limit
                ? waiting
                : jdbc.sql("""
                                delete from photo
                                 where id in (select p.id
                                                from photo p
                                                join concern c on c.id = p.concern_id
                                                join "case" k on k.id = c.case_id
                                               where coalesce(k.closed_at, k.answered_at, k.received_at) <= :before
                                                 and (k.state in ('answered', 'closed') or k.set_aside is not null)
                                                 and not exists (select
                                                                   from case_promise m
                                                                  where m.case_id = k.id and m.ended_at > :before)
                                               limit :limit)""")
                        .param("before", now.minus(AFTER).atOffset(UTC))
                        .param("limit", limit)
                        .update();
    }

    private static byte[] hash(String formToken) {
        return HexFormat.of().parseHex(SubmissionKey.digest("photo", formToken));
    }
}
