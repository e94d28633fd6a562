package org.bluelamp.benchmarks.lookups;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Measures inside the directory's own process, as one of its beans: it asks the same beans that pages and APIs ask. It
 * runs once, when the service is ready, and writes what it found to a file. A service is no library, so the beans are
 * known by their names.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
public final class InsideDirectory implements ApplicationRunner {

    /** The system property with the file's name. */
    static final String REPORT = "bluelamp.lookups.report";

    private static final int SAMPLES = 1_000_000;
    private static final int ASKED = 200_000;
    private static final int THREADS = 2;
    private static final Duration TIME = Duration.ofSeconds(5);

    private final ApplicationContext service;
    private final DataSource database;
    private final Properties found = new Properties();

    InsideDirectory(ApplicationContext service, DataSource database) {
        this.service = service;
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // Others that run when the service is ready, and the service's being ready itself, do not wait for this.
        Thread.ofPlatform().name("lookups").start(this::measure);
    }

    private void measure() {
        try {
            Object neighbourhoods = bean("area.Neighbourhoods");
            Object postcodes = bean("postcode.Postcodes");
            note("ready.ms", age());
            note("ready.cpu.ms", processorTime());
            while (held(postcodes).isEmpty()) {
                Thread.sleep(20);
            }
            note("postcodes.held.ms", age());
            note("heap.mb", heap());
            Asking points = points(neighbourhoods);
            Asking codes = postcodes(postcodes);
            times("point", points);
            times("postcode", codes);
            note("point.per.second", perSecond(points));
            note("postcode.per.second", perSecond(codes));
            change("update area set version = version + 1 where code = '" + Country.code(25, 50) + "'", "boundary");
            whileRefreshed("boundary.refresh", neighbourhoods, points);
            change("update postcode set terminated = null where code = '" + Country.postcode(0) + "'", "postcode");
            whileRefreshed("postcode.refresh", postcodes, codes);
            note("heap.after.mb", heap());
        } catch (Throwable e) {
            found.setProperty("failed", e.toString());
        }
        write();
    }

    /** One look-up with the next of what it asks for; whether something was found. */
    private interface Asking {
        boolean ask(int n) throws Throwable;
    }

    /** Points all over the country and a little around it. */
    private static Asking points(Object neighbourhoods) throws ReflectiveOperationException {
        MethodHandle at = MethodHandles.publicLookup()
                .findVirtual(
                        neighbourhoods.getClass(),
                        "at",
                        MethodType.methodType(Optional.class, double.class, double.class))
                .bindTo(neighbourhoods);
        SplittableRandom random = new SplittableRandom(3);
        double[] longitudes = new double[ASKED];
        double[] latitudes = new double[ASKED];
        for (int n = 0; n < ASKED; n++) {
            longitudes[n] = Country.WEST + (random.nextDouble() * 1.1 - 0.05) * Country.COLUMNS * Country.WIDTH;
            latitudes[n] = Country.SOUTH + (random.nextDouble() * 1.1 - 0.05) * Country.ROWS * Country.HEIGHT;
        }
        return n -> ((Optional<?>) at.invokeExact(longitudes[n % ASKED], latitudes[n % ASKED])).isPresent();
    }

    /** Postcodes as people type them; one in twenty does not exist. */
    private static Asking postcodes(Object postcodes) throws ReflectiveOperationException {
        Class<?> type = Class.forName("org.bluelamp.directory.postcode.Postcode");
        MethodHandle read = MethodHandles.publicLookup()
                .findStatic(type, "read", MethodType.methodType(Optional.class, String.class));
        MethodHandle find = MethodHandles.publicLookup()
                .findVirtual(postcodes.getClass(), "find", MethodType.methodType(Optional.class, type))
                .bindTo(postcodes)
                .asType(MethodType.methodType(Optional.class, Object.class));
        SplittableRandom random = new SplittableRandom(4);
        String[] typed = new String[ASKED];
        for (int n = 0; n < ASKED; n++) {
            String code = Country.postcode(random.nextInt(Country.POSTCODES));
            int split = code.length() - 3;
            typed[n] = (n % 20 == 0 ? "ZZ99 9ZZ" : code.substring(0, split) + " " + code.substring(split))
                    .toLowerCase(Locale.ROOT);
        }
        return n -> {
            Optional<?> postcode = (Optional<?>) read.invokeExact(typed[n % ASKED]);
            return ((Optional<?>) find.invokeExact((Object) postcode.orElseThrow())).isPresent();
        };
    }

    private void times(String name, Asking asking) throws Throwable {
        long end = System.nanoTime() + TIME.toNanos();
        for (int n = 0; System.nanoTime() < end; n++) {
            asking.ask(n);
        }
        int[] nanos = new int[SAMPLES];
        int there = 0;
        for (int n = 0; n < SAMPLES; n++) {
            long begin = System.nanoTime();
            there += asking.ask(n) ? 1 : 0;
            nanos[n] = (int) (System.nanoTime() - begin);
        }
        note(name + ".found.percent", 100L * there / SAMPLES);
        note(name, nanos, SAMPLES);
    }

    private static long perSecond(Asking asking) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            long begin = System.nanoTime();
            long end = begin + TIME.toNanos();
            Callable<Long> one = () -> {
                long count = 0;
                while (System.nanoTime() < end) {
                    for (int n = 0; n < 100; n++) {
                        ask(asking, (int) (count++ % ASKED));
                    }
                }
                return count;
            };
            long all = 0;
            for (Future<Long> count : threads.invokeAll(Collections.nCopies(THREADS, one))) {
                all += count.get();
            }
            return all * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begin);
        }
    }

    private static void ask(Asking asking, int n) {
        try {
            asking.ask(n);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String sql, String revision) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            statement.execute("update " + revision + "_revision set revision = revision + 1");
            connection.commit();
        }
    }

    /** How long reading again takes, and what look-ups take meanwhile. */
    private void whileRefreshed(String name, Object bean, Asking asking) throws Throwable {
        Object held = bean.getClass().getMethod("held").invoke(bean);
        int[] nanos = new int[SAMPLES];
        int count = 0;
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            long begin = System.nanoTime();
            Future<Long> refreshed = thread.submit(() -> {
                held.getClass().getMethod("refresh").invoke(held);
                return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            });
            while (!refreshed.isDone() && count < SAMPLES) {
                long before = System.nanoTime();
                asking.ask(count);
                nanos[count++] = (int) (System.nanoTime() - before);
                // As look-ups come, with pauses: else this would be about who gets the cores.
                Thread.sleep(0, 100_000);
            }
            note(name + ".cpu.ms", TimeUnit.NANOSECONDS.toMillis(refreshed.get()));
            note(name + ".ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        }
        note(name + ".meanwhile", nanos, count);
    }

    private void note(String name, int[] nanos, int count) {
        int[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        for (double percent : List.of(50.0, 99.0, 99.9, 100.0)) {
            int at = Math.max(0, (int) Math.ceil(percent / 100 * count) - 1);
            found.setProperty(
                    name + ".p" + percent + ".us",
                    count == 0 ? "-" : String.format(Locale.ROOT, "%.1f", sorted[at] / 1_000.0));
        }
    }

    private void note(String name, long value) {
        found.setProperty(name, Long.toString(value));
    }

    private Object bean(String name) throws ClassNotFoundException {
        return service.getBean(Class.forName("org.bluelamp.directory." + name));
    }

    private static Optional<?> held(Object bean) throws ReflectiveOperationException {
        Object held = bean.getClass().getMethod("held").invoke(bean);
        return (Optional<?>) held.getClass().getMethod("ifHeld").invoke(held);
    }

    private static long age() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1_000_000;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_048_576;
    }

    private void write() {
        Path file = Path.of(System.getProperty(REPORT));
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            try (Writer writer = Files.newBufferedWriter(unfinished)) {
                found.store(writer, null);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
