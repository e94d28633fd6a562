package org.bluelamp.news.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.images.BadImage;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.markdown.OwnPicture;
import org.bluelamp.news.markdown.PictureSource;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The library of pictures. The same file is one picture however often it is sent. A picture that no article shows any
 * more is kept for a while, for the article that is being written, and then deleted; withdrawn articles do not count.
 */
@Repository
public class Pictures implements PictureSource, Expiring {

    /** In bytes. */
    public static final int LARGEST_FILE = PictureStudio.LARGEST_FILE;

    private static final Duration KEPT_UNUSED = Duration.ofDays(30);

    private static final int LONGEST_NAME = 100;

    private static final String COLUMNS = """
            p.code, p.name, p.alternative, p.hash, p.ending, p.height, p.decorative, p.added_at, p.added_by_name,
                   array(select r.width from picture_rendition r where r.hash = p.hash order by r.width) as widths
            """;

    private static final String SELECT = "select " + COLUMNS + " from picture p ";

    private final JdbcClient jdbc;
    private final PictureStudio studio;
    private final AuditTrail audit;
    private final Clock clock;

    Pictures(JdbcClient jdbc, PictureStudio studio, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.studio = studio;
        this.audit = audit;
        this.clock = clock;
    }

    /** An article that shows a picture. */
    public record Use(String id, String title) {}

    /** A picture in one width, or why there is none. */
    public sealed interface Rendition {

        /** It is there. */
        record Shown(byte[] image) implements Rendition {}

        /** Only withdrawn articles showed it. */
        record Gone() implements Rendition {}

        /** There is no such picture. */
        record Unknown() implements Rendition {}
    }

    /**
     * Puts a picture into the library; one that is there already stays as it is.
     *
     * @param name what the file was called
     * @param alternative what it shows; empty for one that only decorates
     * @throws BadImage when the file is no picture we take; nothing is kept
     */
    @Transactional(rollbackFor = BadImage.class)
    public Picture add(StaffMember who, byte[] file, String name, String alternative) throws BadImage {
        String hash = sha256(file);
        Optional<Picture> known = find(code(hash));
        if (known.isPresent()) {
            return known.get();
        }
        PictureStudio.Developed developed = studio.develop(file);
        String described = Content.oneLine(alternative);
        int added = jdbc.sql("""
                        insert into picture (hash, ending, width, height, name, alternative, decorative,
                                             added_at, added_by_id, added_by_name)
                        values (:hash, :ending, :width, :height, :name, :alternative, :decorative, :now, :id, :by)
                        on conflict (hash) do nothing
                        """)
                .param("hash", hash)
                .param("ending", developed.ending())
                .param("width", developed.width())
                .param("height", developed.height())
                .param("name", tidy(name))
                .param("alternative", described)
                .param("decorative", described.isEmpty())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", who.id())
                .param("by", who.name())
                .update();
        if (added == 1) {
            developed
                    .renditions()
                    .forEach((width, image) -> jdbc.sql(
                                    "insert into picture_rendition (hash, width, image) values (:hash, :width, :image)")
                            .param("hash", hash)
                            .param("width", width)
                            .param("image", image)
                            .update());
            audit.record(who, "picture.added", code(hash), "");
        }
        return find(code(hash)).orElseThrow();
    }

    /** The name that a path may come with is left out, and what is no text. */
    private static String tidy(String name) {
        String last = Content.oneLine(name.replaceAll(".*[/\\\\]", ""));
        String cut = last.codePointCount(0, last.length()) <= LONGEST_NAME
                ? last
                : last.substring(0, last.offsetByCodePoints(0, LONGEST_NAME));
        return cut.isBlank() ? "picture" : cut;
    }

    /** Says otherwise what a picture shows; texts that show it already keep their own words. */
    @Transactional
    public void describe(StaffMember who, String code, String alternative) {
        String described = Content.oneLine(alternative);
        jdbc.sql("update picture set alternative = :alternative, decorative = :decorative where code = :code")
                .param("alternative", described)
                .param("decorative", described.isEmpty())
                .param("code", code)
                .update();
        audit.record(who, "picture.described", code, "");
    }

    /**
     * Deletes a picture that no article shows.
     *
     * @return whether it is gone; not while an article that is not withdrawn shows it
     */
    @Transactional
    public boolean remove(StaffMember who, String code) {
        int removed = jdbc.sql("""
                        delete from picture
                        where code = :code
                          and not exists (
                              select 1 from article where pictures @> array[:code]::text[] and state <> 'withdrawn')
                        """).param("code", code).update();
        if (removed == 1) {
            audit.record(who, "picture.removed", code, "");
        }
        return removed == 1;
    }

    /** The picture with the code. */
    public Optional<Picture> find(String code) {
        return jdbc.sql(SELECT + "where p.code = :code")
                .param("code", code)
                .query(Pictures::read)
                .optional();
    }

    /** The pictures that stand for articles; those without one are left out. */
    public Map<ArticleId, Picture> leading(Collection<ArticleId> articles) {
        Map<ArticleId, Picture> leading = new HashMap<>();
        jdbc.sql("select a.id as article, " + COLUMNS
                        + " from article a join picture p on p.code = a.leading_picture where a.id = any(:articles)")
                .param("articles", articles.stream().map(ArticleId::value).toArray(UUID[]::new))
                .query(row -> {
                    leading.put(new ArticleId(row.getObject("article", UUID.class)), read(row, 0));
                });
        return leading;
    }

    @Override
    public Optional<OwnPicture> named(String code) {
        return find(code).map(Picture::shown);
    }

    /**
     * Pictures, newest first.
     *
     * @param words that the description or the name of the file holds; empty for all
     */
    public List<Picture> search(String words, int skip, int limit) {
        return jdbc.sql(SELECT + """
                        where position(lower(:words) in lower(p.alternative || ' ' || p.name)) > 0
                        order by p.added_at desc, p.hash
                        limit :limit offset :skip
                        """)
                .param("words", words)
                .param("limit", limit)
                .param("skip", skip)
                .query(Pictures::read)
                .list();
    }

    /** The articles that show a picture, withdrawn ones left out. */
    public List<Use> uses(String code) {
        return jdbc.sql("""
                        select id, title from article
                        where pictures @> array[:code]::text[] and state <> 'withdrawn'
                        order by changed_at desc, id
                        """)
                .param("code", code)
                .query((row, n) -> new Use(row.getString("id"), row.getString("title")))
                .list();
    }

    /** What is at the address of a picture. */
    public Rendition rendition(String hash, int width, String ending) {
        boolean onlyWithdrawn =
                jdbc.sql("""
                        select coalesce(bool_and(state = 'withdrawn'), false) from article where pictures @> array[:code]::text[]
                        """).param("code", code(hash)).query(Boolean.class).single();
        if (onlyWithdrawn) {
            return new Rendition.Gone();
        }
        return jdbc.sql("""
                        select r.image from picture_rendition r join picture p on p.hash = r.hash
                        where r.hash = :hash and r.width = :width and p.ending = :ending
                        """)
                .param("hash", hash)
                .param("width", width)
                .param("ending", ending)
                .query((row, n) -> row.getBytes("image"))
                .optional()
                .<Rendition>map(Rendition.Shown::new)
                .orElseGet(Rendition.Unknown::new);
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        jdbc.sql("""
                        with used as (
                            select p.hash,
                                   exists (select 1 from article
                                           where pictures @> array[p.code] and state <> 'withdrawn') as used
                            from picture p)
                        update picture
                        set unused_since = case when used.used then null else cast(:now as timestamptz) end
                        from used
                        where used.hash = picture.hash and used.used = (picture.unused_since is not null)
                        """).param("now", Timestamp.from(now)).update();
        return jdbc.sql("""
                        delete from picture
                        where hash in (
                            select hash from picture
                            where unused_since < :before
                            order by unused_since
                            limit :limit
                            for update skip locked)
                        """)
                .param("before", Timestamp.from(now.minus(KEPT_UNUSED)))
                .param("limit", limit)
                .update();
    }

    private static String code(String hash) {
        return hash.substring(0, 16);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Picture read(ResultSet row, int number) throws SQLException {
        return new Picture(
                row.getString("code"),
                row.getString("name"),
                row.getString("alternative"),
                new OwnPicture(
                        row.getString("hash"),
                        row.getString("ending"),
                        Arrays.asList((Integer[]) row.getArray("widths").getArray()),
                        row.getInt("height"),
                        row.getBoolean("decorative")),
                row.getTimestamp("added_at").toInstant(),
                row.getString("added_by_name"));
    }
}
