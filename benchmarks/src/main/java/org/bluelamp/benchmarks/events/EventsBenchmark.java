package org.bluelamp.benchmarks.events;

import java.util.List;
import org.bluelamp.benchmarks.Benchmark;
import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.Stage;
import org.bluelamp.local.platform.LocalPlatform;

/** How long an article takes to the team's page, and how many events a second are published and taken in. */
public final class EventsBenchmark implements Benchmark {

    private static final int ARTICLES = 100;
    private static final int PUBLISHED = 50_000;
    private static final int TAKEN_IN = 5_000;

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Section run(Stage stage) throws Exception {
        LocalPlatform platform = stage.platform();
        stage.say("events: " + ARTICLES + " articles to the team's page");
        Table toThePage = new ToThePage(platform).run(ARTICLES);
        Throughput throughput = new Throughput(platform);
        Table rates = Table.of("what", "events", "s", "events/s");
        stage.say("events: " + PUBLISHED + " from the outbox to the broker");
        rates = throughput.published(PUBLISHED, rates);
        stage.say("events: " + TAKEN_IN + " from the broker into three services");
        rates = throughput.takenIn(TAKEN_IN, rates);
        return new Section(name(), conditions(), List.of(toThePage, rates));
    }

    private static List<String> conditions() {
        return List.of(
                "To the page: an editor, signed in through Keycloak, publishes one article after the other with the "
                        + "portal's forms; from the answer that it is published until the neighbourhood's page, asked "
                        + "at the directory again and again, shows it. At least one rendering of the page is in it.",
                "Published: rows written into the news service's outbox at once; from their commit until the one relay "
                        + "of that service has marked all as confirmed. They go to one quorum queue that nobody reads. "
                        + "Nobody wakes the relay: up to a second of its pause is in it.",
                "Taken in: events of the directory that news, alerts and feedback receive, each noting them in its "
                        + "inbox and finding them no newer than what it holds; from the commit in the outbox until the "
                        + "last inbox has the last.");
    }
}
