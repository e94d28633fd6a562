import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the stylesheet and the script that browsers get. Maven runs it from source with Dart Sass and GOV.UK Frontend on
 * the class path; it does nothing when nothing changed.
 *
 * <p>The script, and another for the few forms that need more, is made by putting the modules that {@code bluelamp.mjs}, or
 * {@code forms.mjs}, imports into one file, in the order of their
 * imports. That is enough of a bundler for modules that only name what they import and export.
 *
 * <p>Arguments: the module's folder, the version of GOV.UK Frontend, the folder to write to.
 */
public final class BuildAssets {

    private static final Pattern IMPORT =
            Pattern.compile("^import\\s+[^;'\"]*from\\s+['\"]([^'\"]+)['\"];?\\s*$", Pattern.MULTILINE);
    private static final Pattern EXPORT = Pattern.compile("^export \\{[^}]*};?\\s*$", Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("^[ \\t]*/\\*.*?\\*/[ \\t]*\\R", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINE_COMMENT = Pattern.compile("^[ \\t]*//.*\\R", Pattern.MULTILINE);
    private static final Pattern INDENT = Pattern.compile("^[ \\t]+|\\R(?=\\R)", Pattern.MULTILINE);

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path module = Path.of(arguments[0]);
        String version = arguments[1];
        Path assets = Files.createDirectories(Path.of(arguments[2]));
        Path styles = assets.resolve("bluelamp.css");
        Path script = assets.resolve("bluelamp.js");
        Path forms = assets.resolve("forms.js");

        FileTime changed = newest(module.resolve("src/main/sass"), module.resolve("src/main/js"), module.resolve("src/build"), module.resolve("pom.xml"));
        if (newer(styles, changed) && newer(script, changed) && newer(forms, changed)) {
            return;
        }
        Path work = Files.createDirectories(module.resolve("target/frontend"));
        Path govuk = unpackFrontend(version, work);
        compile(unpackSass(work), module.resolve("src/main/sass/bluelamp.scss"), govuk, styles);
        bundle(module.resolve("src/main/js/bluelamp.mjs"), govuk, script);
        bundle(module.resolve("src/main/js/forms.mjs"), govuk, forms);
    }

    private static FileTime newest(Path... roots) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.toList()) {
                    FileTime time = Files.getLastModifiedTime(file);
                    newest = time.compareTo(newest) > 0 ? time : newest;
                }
            }
        }
        return newest;
    }

    private static boolean newer(Path file, FileTime than) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(than) > 0;
    }

    /** Copies GOV.UK Frontend's styles and modules out of its jar. */
    private static Path unpackFrontend(String version, Path work) throws IOException {
        Path target = work.resolve("govuk-frontend-" + version);
        if (Files.exists(target)) {
            return target;
        }
        String root = "/META-INF/resources/webjars/govuk-frontend/" + version + "/dist/govuk";
        URL inside = resource(root.substring(1) + "/index.scss");
        URI jar = URI.create(inside.toString().substring(0, inside.toString().indexOf('!')));
        Path unfinished = work.resolve("unfinished");
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of());
                Stream<Path> all = Files.walk(files.getPath(root))) {
            for (Path file : all.filter(path -> path.toString().matches(".*\\.(scss|mjs)")).toList()) {
                Path copy = unfinished.resolve(files.getPath(root).relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Files.move(unfinished, target);
    }

    /** Unpacks Dart Sass for this machine; the jar holds one archive per system. */
    private static Path unpackSass(Path work) throws IOException, InterruptedException {
        Path program = work.resolve("dart-sass/sass");
        if (Files.exists(program)) {
            return program;
        }
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.contains("mac") ? "macos" : Files.exists(Path.of("/etc/alpine-release")) ? "linux-musl" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        String archive = system.equals("linux-musl")
                ? "dart-sass-linux-" + processor + "-musl.tar.gz"
                : "dart-sass-" + system + "-" + processor + ".tar.gz";
        Path packed = work.resolve(archive);
        try (InputStream in = resource("de/larsgrefer/sass/embedded/bundled/" + archive).openStream()) {
            Files.copy(in, packed, StandardCopyOption.REPLACE_EXISTING);
        }
        run(work, "tar", "-xzf", packed.getFileName().toString());
        Files.delete(packed);
        return program;
    }

    private static void compile(Path sass, Path source, Path govuk, Path target)
            throws IOException, InterruptedException {
        run(
                source.getParent(),
                sass.toAbsolutePath().toString(),
                "--style=compressed",
                "--no-source-map",
                "--no-charset",
                "--quiet-deps",
                "--silence-deprecation=import",
                "--load-path=" + govuk.toAbsolutePath(),
                source.toAbsolutePath() + ":" + target.toAbsolutePath());
    }

    private static void bundle(Path entry, Path govuk, Path target) throws IOException {
        Set<Path> order = new LinkedHashSet<>();
        collect(entry.toAbsolutePath().normalize(), govuk, order, new ArrayList<>());
        StringBuilder all = new StringBuilder();
        for (Path file : order) {
            String text = EXPORT.matcher(IMPORT.matcher(Files.readString(file)).replaceAll("")).replaceAll("");
            text = text.replaceAll("(?m)^export (?=(async )?function|class|const|let)", "");
            text = text.replaceAll("(?m)^//# sourceMappingURL.*$", "");
            text = LINE_COMMENT.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("");
            all.append(INDENT.matcher(text).replaceAll(""));
        }
        Files.writeString(target, "// Holds parts of GOV.UK Frontend, MIT licence, (c) Crown copyright.\n" + all);
    }

    private static void collect(Path file, Path govuk, Set<Path> order, List<Path> above) throws IOException {
        if (order.contains(file) || above.contains(file)) {
            return;
        }
        above.add(file);
        Matcher imports = IMPORT.matcher(Files.readString(file));
        while (imports.find()) {
            String name = imports.group(1);
            Path imported = name.startsWith(".")
                    ? file.resolveSibling(name)
                    : govuk.resolve(name.replaceFirst("^govuk-frontend/", ""));
            collect(imported.toAbsolutePath().normalize(), govuk, order, above);
        }
        above.removeLast();
        order.add(file);
    }

    private static URL resource(String name) {
        URL found = BuildAssets.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new UncheckedIOException(new IOException(name + " is not on the class path"));
        }
        return found;
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }
}
