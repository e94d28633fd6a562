package org.bluelamp.local.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a program run that refuses to run as root, when we are root: in a user namespace, where the same user has no
 * number 0. Its files stay those of root outside.
 */
final class Unprivileged {

    private Unprivileged() {}

    static List<String> command(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("unshare", "--user"));
        all.addAll(command);
        return all;
    }

    /** What to add to a message when the programs could not run at all. */
    static String hint() {
        return isRoot() && !namespacesWork()
                ? " (it does not run as root, and this machine gives no user namespace: use an ordinary account)"
                : "";
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static boolean namespacesWork() {
        try {
            return new ProcessBuilder("unshare", "--user", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
