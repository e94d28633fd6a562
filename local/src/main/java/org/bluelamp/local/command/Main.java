package org.bluelamp.local.command;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.local.Checkout;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.platform.PlatformFolder;

/** What the bluelamp script calls: {@code up}, {@code down}, {@code status}, {@code restart}, {@code import}. */
public final class Main {

    static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    /** Runs a command; the exit code is 0 only if it did what was asked. */
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.getenv(), System.out, System.err));
    }

    static int run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
        String command = args.isEmpty() ? "" : args.getFirst();
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        try {
            PlatformFolder folder = new PlatformFolder(Optional.ofNullable(environment.get("BLUELAMP_STATE"))
                    .map(Path::of)
                    .orElseGet(() -> Checkout.folder().resolve(".bluelamp")));
            return switch (command) {
                case "up" -> new Up(folder, environment, out).run(rest);
                case "down" -> new Down(folder, out).run();
                case "status" -> new Status(folder, out).run();
                case "restart" -> restart(folder, rest, out, err);
                case "import" -> new Import(folder, environment).run(rest);
                default -> misused("There is no command " + command + ".", err);
            };
        } catch (LocalException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (UncheckedIOException e) {
            err.println(e.getMessage() == null ? Arrays.toString(e.getStackTrace()) : e.getMessage());
            return FAILED;
        }
    }

    private static int restart(PlatformFolder folder, List<String> rest, PrintStream out, PrintStream err) {
        if (rest.size() != 1) {
            return misused("Say which part: bluelamp restart PART", err);
        }
        return new Control(folder).ask("restart " + rest.getFirst(), out) ? 0 : FAILED;
    }

    static int misused(String sentence, PrintStream err) {
        err.println(sentence);
        return MISUSED;
    }
}
