package org.bluelamp.alerts.transfer;

import java.nio.file.Path;
import org.bluelamp.service.importing.ImportRefused;

/** How a file of subscribers is written, known by the end of its name. */
enum Format {
    /** A table with a head, as spreadsheets write it. */
    CSV,
    /** One JSON object per line, as a whole array would have to be held in memory. */
    JSON_LINES;

    /** @throws ImportRefused when the name says neither */
    static Format of(Path file) {
        var name = file.toString();
        if (name.endsWith(".csv")) {
            return CSV;
        }
        if (name.endsWith(".jsonl")) {
            return JSON_LINES;
        }
        throw new ImportRefused("A file of subscribers ends in .csv or .jsonl.");
    }
}
