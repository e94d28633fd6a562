package org.bluelamp.local.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.bluelamp.local.Cache;
import org.bluelamp.local.Checkout;
import org.bluelamp.local.platform.LocalPlatform;
import org.bluelamp.local.platform.PlatformFolder;
import org.bluelamp.local.platform.PlatformOptions;
import org.bluelamp.local.platform.PlatformPorts;
import org.bluelamp.local.process.AheadCache;
import org.bluelamp.local.process.Farewell;
import org.bluelamp.local.process.RunningProcess;

/** Starts the platform and stays with it until Ctrl-C or {@code down}. */
final class Up {

    private final PlatformFolder folder;
    private final Map<String, String> environment;
    private final PrintStream out;

    Up(PlatformFolder folder, Map<String, String> environment, PrintStream out) {
        this.folder = folder;
        this.environment = environment;
        this.out = out;
    }

    int run(List<String> arguments) {
        for (String argument : arguments) {
            if (!List.of("--fresh", "--no-demo-data").contains(argument)) {
                return Main.misused("`up` knows --fresh and --no-demo-data, not " + argument + ".", System.err);
            }
        }
        ConsoleProgress progress = new ConsoleProgress(out, System.console() != null);
        PlatformOptions options = new PlatformOptions(
                folder,
                PlatformPorts.usual(environment),
                Cache.folder(),
                Checkout.folder(),
                !arguments.contains("--no-demo-data"),
                AheadCache.Use.USE_OR_RECORD,
                Set.of(),
                Map.of(),
                progress);
        long begin = System.nanoTime();
        LocalPlatform platform = LocalPlatform.prepare(options, arguments.contains("--fresh"));
        RunningProcess.write(folder.run(), PlatformFolder.SUPERVISOR, ProcessHandle.current(), 0, Farewell.TERM);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, progress, stopped)));
        out.println("Bluelamp is starting. Its data and logs are in " + folder.root());
        try {
            platform.start();
        } finally {
            progress.finish();
        }
        new Control(folder).serve(platform);
        out.println(Welcome.text(options.ports(), Duration.ofNanos(System.nanoTime() - begin)));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void stop(LocalPlatform platform, ConsoleProgress progress, CountDownLatch stopped) {
        RunningProcess.forget(folder.run(), PlatformFolder.SUPERVISOR);
        if (platform.isClosed()) {
            // It did not start, and that was said already.
            return;
        }
        progress.finish();
        out.println("Stopping.");
        platform.close();
        out.println("Bluelamp has stopped; its data stays for the next `bluelamp up`.");
        stopped.countDown();
    }
}
