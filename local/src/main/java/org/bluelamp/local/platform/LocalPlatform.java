package org.bluelamp.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.mail.Mailbox;
import org.bluelamp.local.part.Part;
import org.bluelamp.local.part.Supervisor;
import org.bluelamp.local.process.AheadCache;
import org.bluelamp.local.service.ServiceSettings;
import org.jspecify.annotations.Nullable;

/**
 * A whole platform that belongs to this JVM: {@link #start} brings it up, {@link #close} takes it down. {@code bluelamp
 * up} runs one, and so do the journeys, on other ports and in another folder.
 */
public final class LocalPlatform implements AutoCloseable {

    /** Program files, the databases, the queues' logs and a day of growth. */
    private static final long NEEDED_BYTES = 1_000_000_000;

    private final PlatformOptions options;
    private final PlatformParts parts;
    private final Supervisor supervisor;
    private final FileChannel lockFile;
    private final HttpClient http;
    private final Map<String, Part> standIns = new ConcurrentHashMap<>();
    private final List<Part> replicas = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread recorder;

    private LocalPlatform(
            PlatformOptions options,
            PlatformParts parts,
            Supervisor supervisor,
            FileChannel lockFile,
            HttpClient http) {
        this.options = options;
        this.parts = parts;
        this.supervisor = supervisor;
        this.lockFile = lockFile;
        this.http = http;
    }

    /**
     * Prepares a platform without starting it: takes the folder for this JVM and ends what an earlier, killed one has
     * left running there.
     *
     * @param fresh whether to delete the data of an earlier one
     * @throws LocalException when another JVM runs a platform in this folder, a port is taken or the disk is full
     */
    public static LocalPlatform prepare(PlatformOptions options, boolean fresh) {
        Preflight.diskHasRoom(options.folder(), NEEDED_BYTES);
        FileChannel lockFile = lock(options.folder());
        try {
            Leftovers.stop(options.folder().run());
            if (fresh) {
                options.folder().clear();
            }
            HttpClient http = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            PlatformParts parts = new PlatformParts(options, http);
            Preflight.portsAreFree(parts.all());
            Supervisor supervisor = new Supervisor(parts.all(), PlatformParts.AT_ONCE, options.progress());
            return new LocalPlatform(options, parts, supervisor, lockFile, http);
        } catch (RuntimeException e) {
            unlock(lockFile);
            throw e;
        }
    }

    /**
     * Prepares and starts a platform.
     *
     * @throws LocalException as {@link #prepare}, or when a part does not start; nothing is left running then
     */
    public static LocalPlatform start(PlatformOptions options) {
        LocalPlatform platform = prepare(options, false);
        platform.start();
        return platform;
    }

    /** What a service of such a platform is told, for running a program of it beside the part. */
    public static ServiceSettings settings(PlatformOptions options, String service) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new PlatformParts(options, http).settings(service);
        }
    }

    /** Starts all parts; may be called once. */
    public void start() {
        try {
            supervisor.startAll();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        if (options.ahead() == AheadCache.Use.USE_OR_RECORD) {
            recorder = Thread.ofPlatform().daemon().name("ahead-recorder").start(parts::finishRecordings);
        }
    }

    /** Starts a part that was stopped or has died, as it was; one that stands in for it goes. */
    public void start(String part) {
        endStandIn(part);
        supervisor.start(part);
    }

    /** Stops a part; the others go on. */
    public void stop(String part) {
        supervisor.stop(part);
    }

    /** Ends a part at once, as a crash would. */
    public void kill(String part) {
        supervisor.kill(part);
    }

    /** Stops a part if it runs and starts it. */
    public void restart(String part) {
        supervisor.stop(part);
        supervisor.start(part);
    }

    /**
     * Starts one more process of a service, on a free port, with the same database and queues. The gateway does not know
     * it; what is tested with it is work that replicas share. It ends with the platform or when its part is stopped.
     *
     * @throws LocalException when there is no such service or the process does not become ready
     */
    public Part startReplica(String service) {
        Part replica = parts.replica(service);
        replica.start();
        replicas.add(replica);
        return replica;
    }

    /**
     * Stops a service and starts a process in its place, on its port, that is told so much more, until the service is
     * started again. What is tested with it is a setting that the others shall not have.
     *
     * @throws LocalException when there is no such service or the process does not become ready
     */
    public void restartWith(String service, Map<String, String> besides) {
        endStandIn(service);
        supervisor.stop(service);
        Part standIn = parts.standIn(service, besides);
        standIns.put(service, standIn);
        standIn.start();
    }

    private void endStandIn(String service) {
        Part standIn = standIns.remove(service);
        if (standIn != null) {
            standIn.stop();
        }
    }

    /** Whether the part runs. */
    public boolean isRunning(String part) {
        return supervisor.isRunning(part);
    }

    /** The names of all parts. */
    public List<String> parts() {
        return supervisor.names();
    }

    /** The address residents and staff use, without a slash at the end. */
    public URI url() {
        return URI.create(parts.publicUrl());
    }

    /** The address of one part, past the gateway; for looking into a service's health and API. */
    public URI url(String part) {
        return parts.url(part);
    }

    /** The mails the platform has sent. */
    public Mailbox mailbox() {
        return new Mailbox(URI.create("http://127.0.0.1:" + options.ports().mail()), http);
    }

    /** How it was started. */
    public PlatformOptions options() {
        return options;
    }

    /** Stops everything; returns when nothing runs any more. */
    @Override
    public void close() {
        Thread recording = recorder;
        if (recording != null) {
            recording.interrupt();
        }
        replicas.forEach(Part::stop);
        standIns.values().forEach(Part::stop);
        supervisor.stopAll();
        unlock(lockFile);
    }

    /** Whether it was stopped, or never came up. */
    public boolean isClosed() {
        return !lockFile.isOpen();
    }

    /** The operating system gives the lock back however this JVM ends. */
    private static FileChannel lock(PlatformFolder folder) {
        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new LocalException("Bluelamp already runs in " + folder.root()
                        + ": `bluelamp status` tells more, `bluelamp down` ends it.");
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder.root() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another platform of this very JVM.
            return null;
        }
    }

    private static void unlock(FileChannel lockFile) {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
