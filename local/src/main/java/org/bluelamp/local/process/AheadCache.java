package org.bluelamp.local.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A program's classes, loaded and linked ahead (JEP 483, 514): the first run records them, every later run of the same
 * program with the same options starts in about half the time. Without the file everything works, only slower.
 *
 * @param file the finished cache
 */
public record AheadCache(Path file) {

    private static final String RECORD = "-XX:AOTCacheOutput=";
    private static final String RECORDING = ".recording";

    /** What a platform does with such caches. */
    public enum Use {
        /** Use what is there; record where nothing is there yet. */
        USE_OR_RECORD,
        /** Use what is there. */
        USE
    }

    /** The cache of a program in the folder of its files. */
    public static AheadCache of(Path folder, String name) {
        return new AheadCache(folder.resolve(name + ".aot"));
    }

    /** The options for the JVM. */
    public List<String> options(Use use) {
        if (Files.exists(file)) {
            return List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off");
        }
        return use == Use.USE ? List.of() : List.of(RECORD + recording());
    }

    /**
     * Whether a program started by this command has a recording that nobody has ended yet. Such a program, asked to
     * end, writes its cache before it does, which takes longer than anybody waits.
     */
    static boolean isRecording(List<String> command) {
        return command.stream()
                .filter(option -> option.startsWith(RECORD))
                .map(option -> Path.of(option.substring(RECORD.length(), option.length() - RECORDING.length())))
                .anyMatch(cache -> !Files.exists(cache));
    }

    /**
     * Ends the recording of a running program and writes the cache, which takes some seconds; the program goes on.
     * Should anything of this fail, there is no cache, and nothing else is amiss.
     */
    public void finishRecording(long pid) {
        if (Files.exists(file) || !Files.isExecutable(Java.tool("jcmd"))) {
            return;
        }
        try {
            if (jcmd(pid, "AOT.end_recording") == 0 && Files.exists(recording())) {
                Files.move(recording(), file, StandardCopyOption.ATOMIC_MOVE);
            }
            // The recording's own memory, some 150 MB, would stay with the process for good.
            jcmd(pid, "System.trim_native_heap");
        } catch (IOException e) {
            // Only time was lost.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int jcmd(long pid, String command) throws IOException, InterruptedException {
        return new ProcessBuilder(Java.tool("jcmd").toString(), Long.toString(pid), command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private Path recording() {
        return file.resolveSibling(file.getFileName() + RECORDING);
    }
}
