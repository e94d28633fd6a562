package org.bluelamp.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.bluelamp.benchmarks.deliveries.DeliveriesBenchmark;
import org.bluelamp.benchmarks.events.EventsBenchmark;
import org.bluelamp.benchmarks.feedback.FeedbackBenchmark;
import org.bluelamp.benchmarks.imports.ImportBenchmark;
import org.bluelamp.benchmarks.lookups.LookupsBenchmark;
import org.bluelamp.benchmarks.news.NewsBenchmark;
import org.bluelamp.benchmarks.pages.PagesBenchmark;
import org.bluelamp.benchmarks.report.Machine;
import org.bluelamp.benchmarks.report.Report;
import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.stage.Stage;
import org.bluelamp.benchmarks.start.StartBenchmark;
import org.bluelamp.local.Checkout;
import org.bluelamp.local.LocalException;

/** What {@code bluelamp bench [NAME]} calls. */
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /** In the order in which they run: what fills the databases comes last. */
    private static final List<Benchmark> ALL = List.of(
            new StartBenchmark(),
            new LookupsBenchmark(),
            new NewsBenchmark(),
            new FeedbackBenchmark(),
            new PagesBenchmark(),
            new EventsBenchmark(),
            DeliveriesBenchmark.ofAForce(),
            DeliveriesBenchmark.ofTenForces(),
            new ImportBenchmark());

    private Main() {}

    /** Runs one benchmark, or all that are not long; the exit code is 0 only if all that was asked for was measured. */
    public static void main(String[] args) throws Exception {
        List<Benchmark> wanted = ALL.stream()
                .filter(benchmark -> args.length == 0
                        ? !benchmark.isLong()
                        : benchmark.name().equals(args[0]))
                .toList();
        if (wanted.isEmpty() || args.length > 1) {
            System.err.println("Say which: bluelamp bench ["
                    + ALL.stream().map(Benchmark::name).collect(Collectors.joining("|")) + "]");
            System.exit(MISUSED);
        }
        try {
            run(wanted);
            System.exit(0);
        } catch (LocalException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(List<Benchmark> wanted) throws Exception {
        Path home = Checkout.folder();
        Report report = new Report(Clock.systemDefaultZone().instant(), Machine.present());
        Path file = Files.createDirectories(home.resolve("benchmarks/target")).resolve("report.md");
        try (Stage stage = Stage.in(home.resolve(".bluelamp/bench"), System.out)) {
            // Ctrl-C shall leave no part running.
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            for (Benchmark benchmark : wanted) {
                stage.say(benchmark.name());
                double before = Machine.load();
                Section section = benchmark.run(stage).underLoad(before, Machine.load());
                report = report.with(section);
                System.out.println("\n" + section.markdown());
                // After each, so that a failure later costs nothing that was measured.
                Files.writeString(file, report.markdown());
            }
        }
        System.out.println("Written to " + home.relativize(file));
    }
}
