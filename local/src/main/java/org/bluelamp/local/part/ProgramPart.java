package org.bluelamp.local.part;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bluelamp.local.process.Await;
import org.bluelamp.local.process.ChildProcess;
import org.jspecify.annotations.Nullable;

/** A part of one process that tells over HTTP when it is ready. */
public final class ProgramPart implements Part {

    /** Longer than a service's own graceful shutdown. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(25);

    private final Program program;
    private final HttpClient http;
    private @Nullable ChildProcess process;

    /** A part of the program; the client asks for its readiness. */
    public ProgramPart(Program program, HttpClient http) {
        this.program = program;
        this.http = http;
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public List<Integer> ports() {
        return List.of(program.port());
    }

    @Override
    public Set<String> needs() {
        return program.needs();
    }

    @Override
    public synchronized void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        ChildProcess started = ChildProcess.start(program.launch().get());
        process = started;
        try {
            Await.ready(name(), started, program.limit(), this::isReady);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    @Override
    public synchronized void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
    }

    @Override
    public List<ChildProcess> processes() {
        ChildProcess present = process;
        return present == null ? List.of() : List.of(present);
    }

    private boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(program.readiness())
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
