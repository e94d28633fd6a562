package org.bluelamp.benchmarks.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import org.bluelamp.benchmarks.Benchmark;
import org.bluelamp.benchmarks.imports.ImportProcess.Run;
import org.bluelamp.benchmarks.lookups.Country;
import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.Databases;
import org.bluelamp.benchmarks.stage.Stage;
import org.bluelamp.local.platform.LocalPlatform;
import org.bluelamp.local.platform.PlatformOptions;

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
        Table table = Table.of("file", "MB", "seconds", "rows/s", "most memory, MB", "meanwhile");
        try (LocalPlatform platform =
                stage.open(PlatformOptions.onFreePorts(stage.folder("import")).withDemoData(false))) {
            platform.start();
            stage.say("import: inventing a country");
            try (Connection database = new Databases(platform).connect("directory")) {
                Country.into(database);
            }
            for (String source : List.of("ONS Postcode Directory", "Code-Point Open", "the same again")) {
                stage.say("import: " + source);
                table = measured(platform, table, source, source.startsWith("ONS") ? ons : codePoint);
            }
        }
        return new Section(name(), conditions(), List.of(table));
    }

    private static Table measured(LocalPlatform platform, Table table, String source, Path file) throws Exception {
        try (Asking asking = Asking.begin(platform.url("directory").resolve("/api/v1/directory/postcodes/AA11AA"))) {
            Run run = new ImportProcess(platform)
                    .run(file.resolveSibling("import.log"), List.of("import", "postcodes", file.toString()));
            if (run.exit() != 0) {
                throw new IllegalStateException("The import ended with " + run.exit() + ":\n" + run.output());
            }
            double seconds = run.took().toMillis() / 1000.0;
            return table.row(
                    source,
                    Files.size(file) / 1_000_000,
                    String.format(Locale.ROOT, "%.1f", seconds),
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
                        + " table in place. Memory: the import's process, without PostgreSQL.",
                "Meanwhile: somebody asks the running service for a postcode every 10 ms.");
    }
}
