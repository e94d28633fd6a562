package org.bluelamp.news.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.markdown.FileSource;
import org.bluelamp.news.markdown.OwnFile;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The library of files. The same file is one however often it is sent. One that no article offers any more is kept for
 * a while, for the article that is being written, and then deleted; withdrawn articles do not count.
 */
@Repository
public class Attachments implements FileSource, Expiring {

    private static final int MEGABYTES = 10;

    /** In bytes. */
    public static final int LARGEST_FILE = MEGABYTES * 1024 * 1024;

    private static final Duration KEPT_UNUSED = Duration.ofDays(30);
    private static final int LONGEST_NAME = 60;

    private static final String SELECT =
            "select hash, code, type, title, name, size, added_at, added_by_name from attachment ";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Attachments(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is at the address of a file, or why there is nothing. */
    public sealed interface Download {

        /** It is there. */
        record Offered(byte[] file, String name, String mediaType) implements Download {}

        /** Only withdrawn articles offered it. */
        record Gone() implements Download {}

        /** There is no such file. */
        record Unknown() implements Download {}
    }

    /**
     * Puts a file into the library; one that is there already stays as it is.
     *
     * @param name what it is called, with its ending
     * @throws BadAttachment when it is no file we offer; nothing is kept
     */
    @Transactional(rollbackFor = BadAttachment.class)
    public Attachment add(StaffMember who, byte[] file, String name, String title) throws BadAttachment {
        if (file.length == 0) {
            throw new BadAttachment("Choose a file that is not empty");
        }
        if (file.length > LARGEST_FILE) {
            throw new BadAttachment("The file must be smaller than " + MEGABYTES + " MB");
        }
        AttachmentType type = AttachmentType.of(name)
                .orElseThrow(() -> new BadAttachment("The file must be a PDF, DOCX, XLSX, CSV, TXT or ICS"));
        type.check(file);
        String hash = sha256(file);
        int added = jdbc.sql("""
                        insert into attachment (hash, type, title, name, size, file, added_at, added_by_id, added_by_name)
                        values (:hash, :type, :title, :name, :size, :file, :now, :id, :by)
                        on conflict (hash) do nothing
                        """)
                .param("hash", hash)
                .param("type", type.ending())
                .param("title", Content.oneLine(title))
                .param("name", tidy(name, type))
                .param("size", file.length)
                .param("file", file)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", who.id())
                .param("by", who.name())
                .update();
        String code = hash.substring(0, 16);
        if (added == 1) {
            audit.record(who, "attachment.added", code, "");
        }
        return find(code).orElseThrow();
    }

    /** A name without folders, spaces and signs that mean something to some system. */
    private static String tidy(String name, AttachmentType type) {
        String stem = name.replaceAll(".*[/\\\\]", "").replaceAll("\\.[^.]*$", "");
        String plain = Normalizer.normalize(stem, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        return (cut.isEmpty() ? "file" : cut) + "." + type.ending();
    }

    /**
     * Deletes a file that no article offers.
     *
     * @return whether it is gone; not while an article that is not withdrawn offers it
     */
    @Transactional
    public boolean remove(StaffMember who, String code) {
        int removed = jdbc.sql("""
                        delete from attachment
                        where code = :code
                          and not exists (
                              select 1 from article where attachments @> array[:code]::text[] and state <> 'withdrawn')
                        """).param("code", code).update();
        if (removed == 1) {
            audit.record(who, "attachment.removed", code, "");
        }
        return removed == 1;
    }

    /** The file with the code. */
    public Optional<Attachment> find(String code) {
        return jdbc.sql(SELECT + "where code = :code")
                .param("code", code)
                .query(Attachments::read)
                .optional();
    }

    @Override
    public Optional<OwnFile> file(String code) {
        return find(code).map(Attachment::shown);
    }

    /** The newest files. */
    public List<Attachment> newest(int skip, int limit) {
        return jdbc.sql(SELECT + "order by added_at desc, hash limit :limit offset :skip")
                .param("limit", limit)
                .param("skip", skip)
                .query(Attachments::read)
                .list();
    }

    /** What is at the address of a file. */
    public Download download(String hash, String name) {
        boolean onlyWithdrawn = jdbc.sql("""
                        select coalesce(bool_and(state = 'withdrawn'), false)
                        from article where attachments @> array[:code]::text[]
                        """)
                .param("code", hash.substring(0, 16))
                .query(Boolean.class)
                .single();
        if (onlyWithdrawn) {
            return new Download.Gone();
        }
        return jdbc.sql("select file, name, type from attachment where hash = :hash and name = :name")
                .param("hash", hash)
                .param("name", name)
                .query((row, n) -> (Download) new Download.Offered(
                        row.getBytes("file"), row.getString("name"), type(row).mediaType()))
                .optional()
                .orElseGet(Download.Unknown::new);
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        jdbc.sql("""
                        with looked as (
                            select a.hash,
                                   exists (select 1 from article
                                           where attachments @> array[a.code] and state <> 'withdrawn') as used
                            from attachment a)
                        update attachment
                        set unused_since = case when looked.used then null else cast(:now as timestamptz) end
                        from looked
                        where looked.hash = attachment.hash and looked.used = (attachment.unused_since is not null)
                        """).param("now", Timestamp.from(now)).update();
        return jdbc.sql("""
                        delete from attachment
                        where hash in (
                            select hash from attachment
                            where unused_since < :before
                            order by unused_since
                            limit :limit
                            for update skip locked)
                        """)
                .param("before", Timestamp.from(now.minus(KEPT_UNUSED)))
                .param("limit", limit)
                .update();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AttachmentType type(ResultSet row) throws SQLException {
        return AttachmentType.of("." + row.getString("type")).orElseThrow();
    }

    private static Attachment read(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        return new Attachment(
                row.getString("code"),
                row.getString("title"),
                name,
                new OwnFile(
                        "/news/files/" + row.getString("hash") + "/" + name,
                        type(row).label() + ", " + size(row.getInt("size"))),
                row.getTimestamp("added_at").toInstant(),
                row.getString("added_by_name"));
    }

    /** As people say it: rounded up to kilobytes, from a megabyte on to tenths of it. */
    private static String size(int bytes) {
        int kilobytes = (bytes + 1023) / 1024;
        return kilobytes < 1024 ? kilobytes + " KB" : Math.round(kilobytes / 102.4) / 10.0 + " MB";
    }
}
