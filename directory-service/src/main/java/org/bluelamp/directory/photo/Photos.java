package org.bluelamp.directory.photo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The photos of members. One that no member has any more is served to nobody; it is kept a little so that taking it
 * away can be undone, and then deleted.
 */
@Repository
public class Photos implements Expiring {

    /** In bytes. */
    public static final int LARGEST_FILE = PhotoStudio.LARGEST_FILE;

    private static final Duration KEPT_UNUSED = Duration.ofDays(30);

    private final JdbcClient database;
    private final PhotoStudio studio;
    private final Clock clock;

    Photos(JdbcClient database, PhotoStudio studio, Clock clock) {
        this.database = database;
        this.studio = studio;
        this.clock = clock;
    }

    /** The address of a photo, for ever the same picture; a new photo has a new address. */
    public static String path(UUID photo, int width) {
        return "/your-area/photos/" + photo + "-" + width + ".jpg";
    }

    /** For a list of people, in pixels of a usual screen times two. */
    public static String small(UUID photo) {
        return path(photo, PhotoStudio.WIDTHS[0]);
    }

    /** For the one person a page is about. */
    public static String large(UUID photo) {
        return path(photo, PhotoStudio.WIDTHS[1]);
    }

    /**
     * Makes a photo of what was uploaded and keeps it; it is seen once a member has it.
     *
     * @return its id
     * @throws BadPhoto when the file is no photo we take; nothing is kept
     */
    @Transactional(rollbackFor = BadPhoto.class)
    public UUID add(byte[] file) throws BadPhoto {
        Map<Integer, byte[]> pictures = studio.develop(file);
        UUID id = UUID.randomUUID();
        database.sql("insert into photo (id, added_at) values (:id, :now)")
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        pictures.forEach((width, jpeg) -> database.sql(
                        "insert into photo_rendition (photo, width, jpeg) values (:id, :width, :jpeg)")
                .param("id", id)
                .param("width", width)
                .param("jpeg", jpeg)
                .update());
        return id;
    }

    /** The picture, if a member has the photo. */
    Optional<byte[]> find(UUID id, int width) {
        return database.sql("""
                        select jpeg from photo_rendition
                        where photo = :id and width = :width
                          and exists (select 1 from team_member where team_member.photo = :id)
                        """)
                .param("id", id)
                .param("width", width)
                .query((row, n) -> row.getBytes("jpeg"))
                .optional();
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        database.sql("""
                        update photo
                        set unused_since = case
                            when exists (select 1 from team_member where team_member.photo = photo.id) then null
                            else coalesce(unused_since, :now)
                        end
                        """).param("now", now.atOffset(ZoneOffset.UTC)).update();
        return database.sql("""
                        delete from photo
                        where id in (
                            select id from photo
                            where unused_since < :before
                            order by unused_since
                            limit :limit
                            for update skip locked)
                          and not exists (select 1 from team_member where team_member.photo = photo.id)
                        """)
                .param("before", now.minus(KEPT_UNUSED).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }
}
