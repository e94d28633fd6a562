package org.bluelamp.benchmarks.events;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.bluelamp.benchmarks.report.Latencies;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.Editor;
import org.bluelamp.local.platform.LocalPlatform;

/** Publishes articles one by one and waits for each to stand on its neighbourhood's page. */
final class ToThePage {

    private static final String AREA = "hertfordshire/stevenage/stevenage-north";
    private static final String PAGE = "/your-area/stevenage/stevenage-north";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private final LocalPlatform platform;

    ToThePage(LocalPlatform platform) {
        this.platform = platform;
    }

    Table run(int articles) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        int late = 0;
        try (Editor editor = Editor.signIn(platform);
                HttpClient reader = HttpClient.newHttpClient()) {
            for (int n = 1; n <= articles; n++) {
                String title = "All is well, number " + n + " " + UUID.randomUUID();
                UUID id = editor.write(title, AREA);
                editor.publish(id);
                long published = System.nanoTime();
                if (isShown(reader, title, published + LIMIT.toNanos())) {
                    latencies.record(System.nanoTime() - published);
                } else {
                    late++;
                }
            }
        }
        return Table.of("articles", "p50, ms", "p95, ms", "longest, ms", "not within " + LIMIT.toSeconds() + " s")
                .row(articles, latencies.millis(50), latencies.millis(95), latencies.millis(100), late);
    }

    private boolean isShown(HttpClient reader, String title, long until) throws IOException, InterruptedException {
        URI page = platform.url("directory").resolve(PAGE);
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
        while (System.nanoTime() < until) {
            if (reader.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains(title)) {
                return true;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return false;
    }
}
