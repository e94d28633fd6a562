package org.bluelamp.feedback.leaving;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bluelamp.contact.Vault;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything this service holds, written as it is read: a zip of a file of JSON lines for each table, the photos of
 * concerns, and a signed manifest at its end. All of it is of one moment. Only an administrator of the force takes it, and each time stands in the audit
 * trail before the first byte is written. ADR 0228.
 */
@Service
public class FullExport {

    private static final int FETCHED_AT_ONCE = 1_000;

    private static final String ABOUT = """
            Everything that Bluelamp's feedback-service held of the force %s at %s.

            Each .jsonl file is a table: a JSON object (RFC 8259) on each line, UTF-8. The names are those of the database:
            "concern" is what residents raised, with "concern_theme"; "case" is what is owed an answer, with "case_entry"
            (answers, notes, replies) and "case_promise"; "priority", "round" with its questions and results, "voice" with
            what was answered; "deed" is the audit trail. "area" and "team" are names for the codes.

            photo.jsonl names the photos of concerns, each with its file under photos/ (JPEG) and the SHA-256 of that. They
            may show people: delete each 28 days after its case has ended, as they are deleted where they come from.

            %s

            Left out are hashes and keys of links, codes and forms, sealed bytes, and marks of the service's own work.

            manifest.json tells of each file its lines and SHA-256. Its signature is the HMAC-SHA256, with the key that both
            ends know, of: force, createdAt and contacts, then name, rows and sha256 of each file with a space between; one
            to a line, no line end after the last. Photos are proved by their digests in photo.jsonl. A zip without manifest.json
            was cut off: throw it away.
            """;

    private static final String WITH = """
            contacts.jsonl holds how the senders of cases that were open then can be reached, in the clear. Carry it
            encrypted, use it to answer those cases, and delete it 28 days after they have ended.""";
    private static final String WITHOUT = "How senders can be reached is not in it.";

    private final Tables tables;
    private final PhotoFiles photos;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneMoment;
    private final TransactionTemplate apart;
    private final AuditTrail audit;
    private final Vault vault;
    private final TransferSettings settings;
    private final HomeForce home;
    private final JsonMapper json;
    private final Clock clock;

    FullExport(
            Tables tables,
            PhotoFiles photos,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            AuditTrail audit,
            Vault vault,
            TransferSettings settings,
            HomeForce home,
            JsonMapper json,
            Clock clock) {
        this.tables = tables;
        this.photos = photos;
        this.jdbc = fetching(jdbc, FETCHED_AT_ONCE);
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneMoment.setReadOnly(true);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.audit = audit;
        this.vault = vault;
        this.settings = settings;
        this.home = home;
        this.json = json;
        this.clock = clock;
    }

    /** One of its own, which has so many rows in memory at most. */
    static JdbcTemplate fetching(JdbcTemplate jdbc, int rows) {
        JdbcTemplate own = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        own.setFetchSize(rows);
        return own;
    }

    /** Where it is written; opened when it is sure that there is something to write. */
    @FunctionalInterface
    public interface Target {
        /** Opens it. */
        OutputStream open() throws IOException;
    }

    /** Whether it can be signed. */
    public boolean possible() {
        return settings.set();
    }

    /** @throws AccessDeniedException when the person is no administrator of the force */
    public void require(StaffMember who) {
        who.require(Role.ADMINISTRATOR, home.code());
    }

    /**
     * Writes everything; false when somebody else takes it at the moment, and then nothing is written.
     *
     * @param contacts whether how senders of open cases can be reached is in it, in the clear
     * @param reason why it is taken
     * @throws AccessDeniedException when the person is no administrator of the force
     * @throws IllegalStateException when there is no key to sign with
     * @throws UncheckedIOException when it cannot be written to its end
     */
    public boolean write(StaffMember who, boolean contacts, String reason, Target target) {
        require(who);
        if (!possible()) {
            throw new IllegalStateException("There is no key to sign with");
        }
        return Boolean.TRUE.equals(oneMoment.execute(status -> {
            // It holds a connection and a moment of the database for minutes: one at a time is enough.
            if (!Boolean.TRUE.equals(
                    jdbc.queryForObject("select pg_try_advisory_xact_lock(hashtext('leaving'))", Boolean.class))) {
                return false;
            }
            apart.executeWithoutResult(own -> audit.record(
                    who,
                    contacts ? "everything.exported.with-contacts" : "everything.exported",
                    home.code().value(),
                    reason));
            try (ZipOutputStream zip = new ZipOutputStream(target.open())) {
                write(zip, contacts);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        }));
    }

    private void write(ZipOutputStream zip, boolean contacts) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String force = home.code().value();
        zip.putNextEntry(new ZipEntry("README.txt"));
        zip.write(ABOUT.formatted(force, now, contacts ? WITH : WITHOUT).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        List<Manifest.Entry> files = new ArrayList<>();
        for (Tables.Taken table : tables.all()) {
            files.add(file(
                    zip,
                    table.file(),
                    lines -> jdbc.query(table.sql(), (RowCallbackHandler) row -> lines.add(row.getString(1)))));
        }
        files.add(file(zip, PhotoFiles.LIST, lines -> photos.list(lines::add)));
        photos.write(zip);
        if (contacts) {
            files.add(file(zip, "contacts.jsonl", this::contacts));
        }
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write(json.writeValueAsBytes(Manifest.sign(force, now.toString(), contacts, files, settings.key())));
        zip.closeEntry();
    }

    /** How the sender of a case can be reached. */
    private record Contact(
            String reference,
            @Nullable String mail,
            @Nullable String telephone) {

        /** Says nothing of it, so that it cannot reach a log by accident. */
        @Override
        public String toString() {
            return "Contact[not shown]";
        }
    }

    private void contacts(Lines lines) {
        jdbc.query("""
                select id, reference, mail, telephone
                  from "case"
                 where state in ('received', 'reopened') and set_aside is null
                   and (mail is not null or telephone is not null)
                 order by id""", (RowCallbackHandler) row -> {
            UUID id = Objects.requireNonNull(row.getObject("id", UUID.class));
            lines.add(json.writeValueAsString(
                    new Contact(row.getString("reference"), open(id, row, "mail"), open(id, row, "telephone"))));
        });
    }

    private @Nullable String open(UUID id, ResultSet row, String column) throws SQLException {
        byte[] sealed = row.getBytes(column);
        return sealed == null ? null : vault.open(id, sealed);
    }

    /** Writes the lines of a file. */
    @FunctionalInterface
    private interface Content {
        void to(Lines lines);
    }

    /** Lines that are counted and digested as they go. */
    private static final class Lines {

        private final OutputStream out;
        private final MessageDigest digest;
        private long rows;

        Lines(OutputStream out, MessageDigest digest) {
            this.out = out;
            this.digest = digest;
        }

        void add(String line) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            digest.update(bytes);
            rows++;
            try {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Manifest.Entry file(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Lines lines = new Lines(zip, sha256());
        content.to(lines);
        zip.closeEntry();
        return new Manifest.Entry(name, lines.rows, HexFormat.of().formatHex(lines.digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
