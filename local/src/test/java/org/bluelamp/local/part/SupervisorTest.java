package org.bluelamp.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.process.Await;
import org.bluelamp.local.process.ChildProcess;
import org.bluelamp.local.process.Farewell;
import org.bluelamp.local.process.Launch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    private Path folder;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Test
    void parts_start_after_what_they_need_and_stop_before_it() {
        Supervisor supervisor = supervisor(part("news", "rabbitmq"), part("rabbitmq", "postgres"), part("postgres"));
        supervisor.startAll();
        supervisor.stopAll();
        assertThat(told)
                .containsExactly(
                        "postgres ready",
                        "rabbitmq ready",
                        "news ready",
                        "news stopped",
                        "rabbitmq stopped",
                        "postgres stopped");
    }

    @Test
    void when_one_part_does_not_start_it_says_so_with_its_log_and_none_is_left_running() {
        FakePart postgres = part("postgres");
        FakePart news = new FakePart("news", Set.of("postgres"), "echo broken; exit 3");
        Supervisor supervisor = supervisor(postgres, news, part("alerts", "news"));
        assertThatThrownBy(supervisor::startAll)
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("news ended with exit code 3")
                .hasMessageContaining("news.log");
        assertThat(postgres.processes()).noneMatch(ChildProcess::isAlive);
        assertThat(supervisor.isRunning("alerts")).isFalse();
    }

    @Test
    void a_part_that_dies_later_is_told_of_and_can_be_started_alone() throws InterruptedException {
        FakePart postgres = part("postgres");
        FakePart news = part("news", "postgres");
        Supervisor supervisor = supervisor(postgres, news);
        supervisor.startAll();
        try {
            told.clear();
            ProcessHandle.of(news.processes().getFirst().pid()).orElseThrow().destroyForcibly();
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("news died with 137");
            assertThat(postgres.processes()).allMatch(ChildProcess::isAlive);

            supervisor.start("news");
            assertThat(supervisor.isRunning("news")).isTrue();
        } finally {
            supervisor.stopAll();
        }
    }

    @Test
    void a_part_that_was_stopped_as_wished_is_not_told_of_as_dead() throws InterruptedException {
        Supervisor supervisor = supervisor(part("news"));
        supervisor.startAll();
        supervisor.stop("news");
        supervisor.start("news");
        supervisor.kill("news");
        supervisor.stopAll();
        assertThat(told).containsExactly("news ready", "news stopped", "news ready");
    }

    @Test
    void breaking_off_a_start_ends_also_the_part_that_is_not_ready_yet() throws Exception {
        FakePart slow = new FakePart("slow", Set.of(), "exec sleep 300") {
            @Override
            boolean isReady() {
                return false;
            }
        };
        Supervisor supervisor = supervisor(slow);
        CompletableFuture<Void> start = CompletableFuture.runAsync(supervisor::startAll);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (slow.processes().isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        supervisor.stopAll();
        assertThatThrownBy(() -> start.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(LocalException.class);
        assertThat(slow.processes()).hasSize(1).noneMatch(ChildProcess::isAlive);
    }

    @Test
    void a_part_that_does_not_exist_is_answered_with_those_that_do() {
        assertThatThrownBy(() -> supervisor(part("news")).start("nwes"))
                .hasMessage("There is no part nwes; the parts are news.");
    }

    private Supervisor supervisor(FakePart... parts) {
        return new Supervisor(List.of(parts), 2, new Told());
    }

    private FakePart part(String name, String... needs) {
        return new FakePart(name, Set.of(needs), "exec sleep 300");
    }

    /** A part of one process that is ready as soon as it runs for a moment. */
    private class FakePart implements Part {

        private final String name;
        private final Set<String> needs;
        private final String script;
        private volatile @Nullable ChildProcess process;

        FakePart(String name, Set<String> needs, String script) {
            this.name = name;
            this.needs = needs;
            this.script = script;
        }

        boolean isReady() {
            ChildProcess present = process;
            return present != null && script.startsWith("exec sleep");
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Integer> ports() {
            return List.of();
        }

        @Override
        public Set<String> needs() {
            return needs;
        }

        @Override
        public synchronized void start() {
            ChildProcess started = ChildProcess.start(
                    new Launch(name, 0, List.of("sh", "-c", script), Map.of(), folder, folder, Farewell.TERM));
            process = started;
            try {
                Await.ready(name, started, Duration.ofSeconds(20), this::isReady);
            } catch (LocalException e) {
                stop();
                throw e;
            }
        }

        @Override
        public synchronized void stop() {
            ChildProcess present = process;
            if (present != null) {
                present.stop(Duration.ofSeconds(5));
            }
        }

        @Override
        public List<ChildProcess> processes() {
            ChildProcess present = process;
            return present == null ? List.of() : List.of(present);
        }
    }

    private class Told implements Progress {

        @Override
        public void starting(String part) {}

        @Override
        public void ready(String part, Duration took) {
            told.add(part + " ready");
        }

        @Override
        public void stopped(String part) {
            told.add(part + " stopped");
        }

        @Override
        public void died(String part, ChildProcess process) {
            told.add(part + " died with " + process.exitCode());
        }
    }
}
