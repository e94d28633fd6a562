package org.bluelamp.directory.postcode.importing;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.postcode.importing.PostcodeFormat.Origin;
import org.bluelamp.directory.source.Source;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.importing.Arguments;
import org.bluelamp.service.importing.ImportCommand;
import org.bluelamp.service.importing.ImportRefused;
import org.bluelamp.service.importing.ImportSummary;
import org.bluelamp.service.importing.ImportSummary.Counts;
import org.bluelamp.service.importing.Parameters;
import org.bluelamp.service.importing.Progress;
import org.postgresql.copy.CopyIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings in a national table of postcodes in place of the one that is held (ADR 0106): each row is read, its
 * neighbourhood found and the row sent on, so memory holds a few rows at a time. One transaction makes, fills and puts
 * the table in place; readers have the old one until it is committed.
 */
@Component
class PostcodeImport implements ImportCommand {

    private static final Parameters.Option FEWER =
            Parameters.Option.flag("fewer", "take a file with less than half of the postcodes held now");

    /** Of two seconds each. */
    private static final int MOST_TRIES = 30;

    private final NextPostcodes table;
    private final Neighbourhoods neighbourhoods;
    private final Sources sources;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PostcodeImport(
            NextPostcodes table,
            Neighbourhoods neighbourhoods,
            Sources sources,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.neighbourhoods = neighbourhoods;
        this.sources = sources;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "postcodes";
    }

    @Override
    public String purpose() {
        return "All postcodes, from the ONS Postcode Directory or Code-Point Open: a CSV, a folder or the zip as published.";
    }

    @Override
    public Parameters parameters() {
        return Parameters.of("FILE").with(Parameters.DRY_RUN).with(FEWER);
    }

    @Override
    public ImportSummary run(Arguments arguments, Progress progress) {
        Path given = arguments.file(0);
        try (PostcodeFiles files = PostcodeFiles.in(given)) {
            PostcodeReader reader = PostcodeReader.of(given, files, progress);
            Counts counts = transaction.execute(status -> replace(reader, arguments, progress, status));
            return ImportSummary.of(arguments.dryRun()).with("postcodes", counts);
        }
    }

    private Counts replace(PostcodeReader reader, Arguments arguments, Progress progress, TransactionStatus status) {
        long revision = table.boundaryRevision();
        // Reads the boundaries now: while the table is filled, nothing else may be asked of the database.
        neighbourhoods.at(0, 0);
        Origin origin = reader.origin();
        sources.put(new Source(origin.id(), origin.notice(), false, clock.instant()));
        table.create();
        long inside = fill(reader, origin);
        progress.stage("Making the indexes", 0);
        table.index();
        progress.stage("Comparing with what is held", 0);
        Counts counts = table.compare();
        refuseWhenFewer(counts, arguments);
        progress.note(String.format(Locale.UK, "%,d postcodes lie in neighbourhoods that are held", inside));
        if (arguments.dryRun()) {
            status.setRollbackOnly();
            return counts;
        }
        progress.stage("Putting the new table in place", 0);
        hold(status);
        if (table.boundaryRevision() != revision) {
            throw new ImportRefused("Boundaries have changed while the postcodes were read; start again.");
        }
        table.swap();
        return counts;
    }

    private void hold(TransactionStatus status) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (table.hold(status)) {
                return;
            }
        }
        throw new ImportRefused(
                "The present table of postcodes has been in use for a minute, perhaps by a backup; start again later.");
    }

    /** @return how many lie in a neighbourhood */
    private long fill(PostcodeReader reader, Origin origin) {
        AtomicLong inside = new AtomicLong();
        CopyIn copy = table.fill();
        CopyRows rows = new CopyRows(copy, origin.id());
        try {
            reader.read(row -> {
                AreaCode neighbourhood =
                        neighbourhoods.at(row.longitude(), row.latitude()).orElse(null);
                if (neighbourhood != null) {
                    inside.incrementAndGet();
                }
                rows.add(row, neighbourhood);
            });
            rows.end();
            return inside.get();
        } catch (SQLException e) {
            throw new IllegalStateException("The table could not be filled: " + e.getMessage(), e);
        } finally {
            cancel(copy);
        }
    }

    private static void cancel(CopyIn copy) {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                // What made it end early is told; the transaction is rolled back in any case.
            }
        }
    }

    private static void refuseWhenFewer(Counts counts, Arguments arguments) {
        long next = counts.added() + counts.changed() + counts.unchanged();
        long held = counts.removed() + counts.changed() + counts.unchanged();
        if (next * 2 < held && !arguments.has(FEWER.name())) {
            throw new ImportRefused(String.format(
                    Locale.UK,
                    "The file holds %,d postcodes where %,d are held now, so it may be a part only; --%s takes it all the"
                            + " same.",
                    next,
                    held,
                    FEWER.name()));
        }
    }
}
