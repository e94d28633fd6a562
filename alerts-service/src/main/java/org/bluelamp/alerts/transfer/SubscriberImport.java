package org.bluelamp.alerts.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bluelamp.service.importing.Arguments;
import org.bluelamp.service.importing.ImportCommand;
import org.bluelamp.service.importing.ImportRefused;
import org.bluelamp.service.importing.ImportSummary;
import org.bluelamp.service.importing.Parameters;
import org.bluelamp.service.importing.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings in subscribers who agreed elsewhere. Rows are kept in parts, each in a transaction with how far it got, so that
 * an import that broke off goes on where it was when it is started again with the same file.
 */
@Component
class SubscriberImport implements ImportCommand {

    private static final int AT_ONCE = 500;
    private static final Parameters.Option UNSIGNED =
            Parameters.Option.flag("unsigned", "take a file without a manifest, such as one from another system");

    private final RowReader reader;
    private final Transfers transfers;
    private final TransferKey key;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    SubscriberImport(Transfers transfers, TransferKey key, TransactionTemplate transactions, JsonMapper json) {
        this.reader = new RowReader(json);
        this.transfers = transfers;
        this.key = key;
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public String name() {
        return "subscribers";
    }

    @Override
    public String purpose() {
        return "Subscribers with the proof of their consent, from a .csv or .jsonl file and the manifest beside it.";
    }

    @Override
    public Parameters parameters() {
        return Parameters.of("FILE").with(UNSIGNED).with(Parameters.DRY_RUN);
    }

    @Override
    public ImportSummary run(Arguments arguments, Progress progress) {
        var file = arguments.file(0);
        Format.of(file);
        progress.stage("Checking " + file.getFileName(), 0);
        var sha256 = Manifest.sha256(file);
        var rows = promised(file, sha256, arguments.has(UNSIGNED.name()));
        var areas = transfers.areas();
        if (areas.isEmpty()) {
            throw new ImportRefused("No area is known yet: the directory's events have not come.");
        }
        var before = arguments.dryRun() ? 0 : transfers.begin(sha256);
        if (before > 0) {
            progress.note("This file was begun before: going on after row " + before);
        }
        progress.stage("Bringing in subscribers", rows);
        var parts = new Parts(sha256, before, areas, arguments.dryRun(), progress);
        reader.read(file, parts::take);
        parts.end();
        if (!arguments.dryRun()) {
            transfers.finish(sha256);
        }
        return ImportSummary.of(arguments.dryRun())
                .with("subscriptions", new ImportSummary.Counts(parts.added, 0, 0, parts.unchanged));
    }

    /** How many rows the manifest promises; 0 for a file without one. */
    private long promised(Path file, String sha256, boolean unsigned) {
        var beside = Manifest.beside(file);
        if (!Files.exists(beside)) {
            if (unsigned) {
                return 0;
            }
            throw new ImportRefused("There is no " + beside.getFileName()
                    + " beside the file. A file from elsewhere goes with --unsigned.");
        }
        Manifest manifest;
        try {
            manifest = json.readValue(Files.readString(beside), Manifest.class);
        } catch (IOException | JacksonException e) {
            throw new ImportRefused("The manifest " + beside.getFileName() + " cannot be read.", e);
        }
        if (!manifest.isSignedBy(key.required())) {
            throw new ImportRefused("The manifest is not signed with our TRANSFER_KEY.");
        }
        if (!manifest.sha256().equals(sha256)) {
            throw new ImportRefused("The file is not the one that its manifest is of.");
        }
        return manifest.rows();
    }

    /** The rows of one run, kept part by part. */
    private final class Parts {

        private final String sha256;
        private final long before;
        private final Set<String> areas;
        private final boolean dryRun;
        private final Progress progress;
        private final List<Numbered> part = new ArrayList<>();
        private long last;
        private long added;
        private long unchanged;

        private Parts(String sha256, long before, Set<String> areas, boolean dryRun, Progress progress) {
            this.sha256 = sha256;
            this.before = before;
            this.areas = areas;
            this.dryRun = dryRun;
            this.progress = progress;
        }

        private void take(long number, @Nullable Row row) {
            if (number <= before) {
                return;
            }
            last = number;
            var fault = transfers.fault(row, areas);
            if (fault != null || row == null) {
                progress.skipped("row " + number, String.valueOf(fault));
                return;
            }
            part.add(new Numbered(number, row));
            if (part.size() == AT_ONCE) {
                keep();
            }
        }

        private void end() {
            if (last > before) {
                keep();
            }
        }

        private void keep() {
            if (dryRun) {
                added += part.size();
            } else {
                var outcomes = transactions.execute(status -> {
                    var kept =
                            part.stream().map(one -> transfers.keep(one.row())).toList();
                    transfers.done(sha256, last);
                    return kept;
                });
                tell(outcomes == null ? List.of() : outcomes);
            }
            part.clear();
            progress.done(last);
        }

        /** Told after the commit: a part that is rolled back was not brought in. */
        private void tell(List<Transfers.Outcome> outcomes) {
            for (var i = 0; i < outcomes.size(); i++) {
                switch (outcomes.get(i)) {
                    case Transfers.Outcome.Added _ -> added++;
                    case Transfers.Outcome.Unchanged _ -> unchanged++;
                    case Transfers.Outcome.Refused refused ->
                        progress.skipped("row " + part.get(i).number(), refused.reason());
                }
            }
        }

        private record Numbered(long number, Row row) {}
    }
}
