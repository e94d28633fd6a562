package org.bluelamp.service.importing;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.bluelamp.service.importing.ImportSummary.Counts;

/** Runs the import that is asked for and says how it went. One runs at a time, whichever machine it is started on. */
final class Imports {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int MISUSED = 2;

    /** Any number that nobody else uses for an advisory lock of this database. */
    private static final long LOCK = 0x1239_0175L;

    private final Map<String, ImportCommand> commands = new TreeMap<>();
    private final DataSource database;
    private final Clock clock;

    Imports(Collection<ImportCommand> commands, DataSource database, Clock clock) {
        commands.forEach(command -> this.commands.put(command.name(), command));
        this.database = database;
        this.clock = clock;
    }

    /** Whether these words ask what can be imported, which needs no database. */
    static boolean askForHelp(List<String> words) {
        return words.isEmpty() || words.contains("--help") || words.getFirst().equals("help");
    }

    /**
     * Does what the words ask for.
     *
     * @param terminal whether somebody looks at it now
     * @param reports the folder for the report
     * @return the exit code of the process
     */
    int run(List<String> words, PrintStream out, boolean terminal, Path reports) {
        if (askForHelp(words)) {
            out.print(help());
            return DONE;
        }
        ImportCommand command = commands.get(words.getFirst());
        if (command == null) {
            out.println(
                    "There is no import " + words.getFirst() + ", only: " + String.join(", ", commands.keySet()) + ".");
            return MISUSED;
        }
        Arguments arguments;
        try {
            arguments = Arguments.read(words.subList(1, words.size()), command.parameters());
        } catch (Arguments.Misused e) {
            out.println(e.getMessage());
            out.println("It goes: bluelamp import " + command.name() + " "
                    + command.parameters().usage());
            return MISUSED;
        }
        try (ReportFile report = ReportFile.in(reports, command.name(), clock)) {
            return run(command, arguments, out, terminal, report);
        } catch (ImportRefused e) {
            out.println(e.getMessage());
            return REFUSED;
        }
    }

    private int run(ImportCommand command, Arguments arguments, PrintStream out, boolean terminal, ReportFile report) {
        ConsoleProgress progress = new ConsoleProgress(out, terminal, report);
        try (Connection alone = database.getConnection();
                Turn _ = Turn.take(alone)) {
            ImportSummary summary = command.run(arguments, progress);
            progress.finish();
            tell(summary, progress, out, report);
            return DONE;
        } catch (ImportRefused e) {
            progress.finish();
            tellSkipped(progress, out, report);
            String line = e.getMessage() + " Nothing was changed.";
            out.println(line);
            report.line(line);
            return REFUSED;
        } catch (SQLException | RuntimeException e) {
            progress.finish();
            out.println("The import failed: " + e.getMessage());
            out.println("More is in " + report.path());
            report.trace(e);
            return REFUSED;
        }
    }

    /**
     * The turn of one import: a lock that ends with its connection, however that happens. It is given back by word all
     * the same, for PostgreSQL notices some time after a connection was closed that it was.
     */
    private record Turn(Connection alone) implements AutoCloseable {

        /** @throws ImportRefused when somebody else has the turn */
        static Turn take(Connection alone) throws SQLException {
            if (!ask("select pg_try_advisory_lock(?)", alone)) {
                throw new ImportRefused("Another import is running; try again when it has ended.");
            }
            return new Turn(alone);
        }

        @Override
        public void close() throws SQLException {
            ask("select pg_advisory_unlock(?)", alone);
        }

        private static boolean ask(String sql, Connection alone) throws SQLException {
            try (PreparedStatement statement = alone.prepareStatement(sql)) {
                statement.setLong(1, LOCK);
                try (ResultSet answer = statement.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        }
    }

    private static void tell(ImportSummary summary, ConsoleProgress progress, PrintStream out, ReportFile report) {
        summary.counts().forEach((things, counts) -> {
            String line = sentence(things, counts, summary.dryRun());
            out.println(line);
            report.line(line);
        });
        tellSkipped(progress, out, report);
        if (summary.dryRun()) {
            out.println("This was a dry run: nothing was changed.");
            report.line("This was a dry run: nothing was changed.");
        }
        out.println("The report is in " + report.path());
    }

    private static void tellSkipped(ConsoleProgress progress, PrintStream out, ReportFile report) {
        if (progress.skipped() == 0) {
            return;
        }
        String many = number(progress.skipped()) + " skipped"
                + (progress.skipped() > ConsoleProgress.SHOWN
                        ? ", the first " + ConsoleProgress.SHOWN + " of them:"
                        : ":");
        out.println(many);
        progress.firstSkipped().forEach(line -> out.println("  " + line));
        report.line(number(progress.skipped()) + " skipped");
    }

    private static String sentence(String things, Counts counts, boolean dryRun) {
        return Character.toUpperCase(things.charAt(0)) + things.substring(1) + ": " + number(counts.added())
                + (dryRun ? " would be added, " : " added, ") + number(counts.changed()) + " changed, "
                + number(counts.removed()) + " removed, " + number(counts.unchanged()) + " unchanged";
    }

    private static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    private String help() {
        StringBuilder help = new StringBuilder("bluelamp import NAME ...: brings facts in, while the platform runs.\n");
        for (ImportCommand command : commands.values()) {
            help.append("\n  ")
                    .append(command.name())
                    .append(' ')
                    .append(command.parameters().usage());
            help.append("\n      ").append(command.purpose()).append('\n');
            for (Parameters.Option option : command.parameters().options()) {
                help.append(String.format("      %-24s %s%n", option.usage(), option.meaning()));
            }
        }
        return help.toString();
    }
}
