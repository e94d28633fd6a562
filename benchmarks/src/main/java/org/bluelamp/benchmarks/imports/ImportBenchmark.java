package org.bluelamp.benchmarks.imports;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import org.bluelamp.benchmarks.Benchmark;
import org.bluelamp.benchmarks.imports.ImportProcess.Run;
import org.bluelamp.benchmarks.lookups.Country;
import org.bluelamp.benchmarks.lookups.DirectoryAlone;
import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.Stage;

/** 1.8 million postcodes into a directory that holds the whole country's boundaries, while it answers. */
public final class ImportBenchmark implements Benchmark {

    private static final int ROWS = 1_800_000;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Section run(Stage stage) throws Exception {
        stage.clear();
        Path folder = Files.createDirectories(stage.folder("import-files"));
        Path ons = folder.resolve("onspd.csv");
        Path codePoint = folder.resolve("codepo.csv");
        stage.say("import: writing the files");
        PostcodeFile.ons(
                ons,
                ROWS,
                new PostcodeFile.Extent(
                        Country.WEST,
                        Country.SOUTH,
                        Country.WEST + Country.COLUMNS * Country.WIDTH,
                        Country.SOUTH + Country.ROWS * Country.HEIGHT));
        PostcodeFile.codePointOpen(codePoint, ROWS);
        Table table = Table.of("file", "MB", "seconds", "of processor, s", "rows/s", "most memory, MB", "meanwhile");
        try (DirectoryAlone directory = new DirectoryAlone(stage.folder("import"))) {
            directory.makeTables();
            stage.say("import: inventing a country");
            try (Connection database = directory.service().database()) {
                Country.into(database);
            }
            directory.serve();
            ImportProcess imports = new ImportProcess(directory.service().settings(), folder);
            URI question = directory.service().url("/api/v1/directory/postcodes/AA11AA");
            for (String source : List.of("ONS Postcode Directory", "the same again", "Code-Point Open")) {
                stage.say("import: " + source);
                Path file = source.startsWith("Code") ? codePoint : ons;
                table = measured(imports, question, table, source, file);
            }
        }
        return new Section(name(), conditions(), List.of(table));
    }

    private static Table measured(ImportProcess imports, URI question, Table table, String source, Path file)
            throws Exception {
        try (Asking asking = Asking.begin(question)) {
            Run run = imports.run(file.resolveSibling("import.log"), List.of("import", "postcodes", file.toString()));
            // Where the time went, for whoever looks.
            System.out.println(run.output());
            if (run.exit() != 0) {
                throw new IllegalStateException("The import ended with " + run.exit() + ":\n" + run.output());
            }
            double seconds = run.took().toMillis() / 1000.0;
            return table.row(
                    source,
                    Files.size(file) / 1_000_000,
                    String.format(Locale.ROOT, "%.1f", seconds),
                    String.format(Locale.ROOT, "%.1f", run.worked().toMillis() / 1000.0),
                    String.format(Locale.ROOT, "%,d", Math.round(ROWS / seconds)),
                    run.mostBytes() / 1_048_576,
                    asking.figures());
        }
    }

    private static List<String> conditions() {
        return List.of(
                String.format(
                        Locale.ROOT, "%,d rows, written for this; the first as wide as the published file.", ROWS),
                "The directory holds 5,000 neighbourhoods with boundaries of 1,000 points each; every row is looked up in"
                        + " them. The first import replaces 1.8 million postcodes, and so does each of the others.",
                "Seconds: from the start of the import's JVM to its end, with reading, indexes, comparing and putting the new"
                        + " table in place. Memory and time of processors: of the import's process, without PostgreSQL.",
                "The directory service runs beside it with a PostgreSQL of its own and without a broker. Meanwhile: somebody asks"
                        + " it for a postcode every 10 ms.");
    }
}
