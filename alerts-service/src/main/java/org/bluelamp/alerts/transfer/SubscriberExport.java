package org.bluelamp.alerts.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.bluelamp.alerts.subscriber.AddressVault;
import org.bluelamp.service.importing.Arguments;
import org.bluelamp.service.importing.ImportCommand;
import org.bluelamp.service.importing.ImportRefused;
import org.bluelamp.service.importing.ImportSummary;
import org.bluelamp.service.importing.Parameters;
import org.bluelamp.service.importing.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all subscriptions with the consent they rest on into a file that {@link SubscriberImport} reads, and a signed
 * manifest beside it. The file holds addresses in the clear: only its owner may read it.
 */
@Component
class SubscriberExport implements ImportCommand {

    private static final int FETCHED_AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final AddressVault vault;
    private final TransferKey key;
    private final JsonMapper json;
    private final Clock clock;

    SubscriberExport(JdbcTemplate jdbc, AddressVault vault, TransferKey key, JsonMapper json, Clock clock) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCHED_AT_ONCE);
        this.vault = vault;
        this.key = key;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "subscribers-export";
    }

    @Override
    public String purpose() {
        return "The other way round: all subscribers into a new .csv or .jsonl file, with addresses, and a signed manifest.";
    }

    @Override
    public Parameters parameters() {
        return Parameters.of("FILE");
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ImportSummary run(Arguments arguments, Progress progress) {
        var file = Path.of(arguments.operand(0));
        var signing = key.required();
        var format = Format.of(file);
        progress.stage("Writing " + file.getFileName(), 0);
        long rows;
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            rows = write(file, format, progress);
            var manifest =
                    Manifest.sign(rows, Manifest.sha256(file), clock.instant().toString(), signing);
            Files.writeString(Manifest.beside(file), json.writeValueAsString(manifest));
        } catch (FileAlreadyExistsException e) {
            throw new ImportRefused("There is a file " + file + " already.", e);
        } catch (IOException e) {
            throw new ImportRefused("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
        progress.note(rows + " subscriptions are in " + file
                + ", with addresses in the clear: keep it safe, delete it soon.");
        return ImportSummary.of(false).with("subscriptions", new ImportSummary.Counts(0, 0, 0, rows));
    }

    private long write(Path file, Format format, Progress progress) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            var count = new long[1];
            var csv = CsvWriter.builder().build(text);
            if (format == Format.CSV) {
                csv.writeRecord(RowReader.COLUMNS);
            }
            jdbc.query("""
                    select subscriber.id, subscriber.address, subscription.area, subscription.frequency,
                        subscription.topics, subscription.least_severity, consent_wording.wording,
                        consent_wording.organisation, sign_up.requested_at, sign_up.confirmed_at, subscription.started_at
                    from subscription
                    join subscriber on subscriber.id = subscription.subscriber_id
                    join sign_up on sign_up.id = subscription.sign_up_id
                    join consent_wording on consent_wording.id = sign_up.wording
                    where subscription.ended_at is null and subscriber.status = 'confirmed'
                      -- a place of somebody's own means nothing elsewhere
                      and not starts_with(subscription.area, 'place/')
                    order by subscription.id
                    """, result -> {
                var row = row(result);
                try {
                    if (format == Format.CSV) {
                        csv.writeRecord(
                                row.address(),
                                row.area(),
                                row.frequency(),
                                row.topics() == null ? "" : String.join(" ", row.topics()),
                                row.leastSeverity(),
                                row.wording(),
                                row.organisation(),
                                Objects.toString(row.requestedAt(), ""),
                                Objects.toString(row.confirmedAt(), ""),
                                Objects.toString(row.startedAt(), ""));
                    } else {
                        text.write(json.writeValueAsString(row));
                        text.newLine();
                    }
                } catch (IOException e) {
                    throw new ImportRefused("The file cannot be written: " + e.getMessage(), e);
                }
                progress.done(++count[0]);
            });
            csv.flush();
            return count[0];
        }
    }

    private Row row(ResultSet result) throws SQLException {
        var topics = result.getArray("topics");
        return new Row(
                vault.open(result.getObject("id", UUID.class), result.getBytes("address"))
                        .value(),
                result.getString("area"),
                result.getString("frequency"),
                topics == null ? null : Arrays.asList((String[]) topics.getArray()),
                result.getString("least_severity"),
                result.getString("wording"),
                result.getString("organisation"),
                time(result, "requested_at"),
                time(result, "confirmed_at"),
                time(result, "started_at"));
    }

    private static @Nullable Instant time(ResultSet result, String column) throws SQLException {
        var time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
