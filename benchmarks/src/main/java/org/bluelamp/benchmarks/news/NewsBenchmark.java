package org.bluelamp.benchmarks.news;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bluelamp.benchmarks.Benchmark;
import org.bluelamp.benchmarks.pages.Readers;
import org.bluelamp.benchmarks.pages.Reading;
import org.bluelamp.benchmarks.pages.TimesInside;
import org.bluelamp.benchmarks.report.Section;
import org.bluelamp.benchmarks.report.Table;
import org.bluelamp.benchmarks.stage.ServiceAlone;
import org.bluelamp.benchmarks.stage.Stage;
import org.bluelamp.local.secret.Secrets;

/** What residents read of the news, of 50,000 articles, when 500 requests come in a second whatever happens. */
public final class NewsBenchmark implements Benchmark {

    private static final int PER_SECOND = 500;

    /** Fewer search than read, and a whole feed is asked for by who comes for the first time. */
    private static final int SELDOM = 50;

    private static final Map<String, String> OWN =
            Map.of("BLUELAMP_FORCE", "shire", "WEBHOOK_KEYS", Secrets.newKeyset());

    private static final int CONNECTIONS = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration TIME = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "news";
    }

    @Override
    public Section run(Stage stage) throws Exception {
        stage.clear();
        stage.say("news: starting the service and filling its tables");
        try (ServiceAlone news = new ServiceAlone(stage.folder("news"), "news", OWN);
                Readers readers = Readers.returning(CONNECTIONS)) {
            news.start(List.of(), List.of("--spring.main.sources=" + TimesInside.NAME));
            try (Connection database = news.database()) {
                ManyArticles.into(database);
            }
            stage.say("news: warming up");
            List<URI> lists = pages(news, NewsBenchmark::list);
            List<URI> articles = pages(news, n -> "/news/article-" + (1 + n * 7919 % ManyArticles.COUNT));
            List<URI> words = pages(news, NewsBenchmark::search);
            List<URI> feeds = pages(news, n -> "/news/feed" + area("?area=", n));
            List<URI> all = IntStream.range(0, lists.size())
                    .boxed()
                    .flatMap(n -> List.of(lists.get(n), articles.get(n), words.get(n), feeds.get(n)).stream())
                    .toList();
            readers.arriving(all, PER_SECOND / 4, WARM_UP);
            readers.arriving(all, PER_SECOND / 2, WARM_UP);
            URI times = news.url(TimesInside.PATH);
            readers.inside(times);
            Table table = Table.of(
                    "page",
                    "asked/s",
                    "answered/s",
                    "p50, ms",
                    "p95, ms",
                    "p99, ms",
                    "inside p50, ms",
                    "inside p95, ms",
                    "inside p99, ms",
                    "KB",
                    "errors");
            table = row(table, stage, "lists", readers, lists, PER_SECOND, times);
            table = row(table, stage, "articles", readers, articles, PER_SECOND, times);
            table = row(
                    table, stage, "lists and articles in turn", readers, inTurn(lists, articles), PER_SECOND, times);
            table = row(table, stage, "search", readers, words, SELDOM, times);
            table = row(table, stage, "feeds", readers, feeds, SELDOM, times);
            stage.say("news: feeds of which nothing changed");
            Reading unchanged = readers.askingAgain(feeds, PER_SECOND, TIME, times);
            table = row(table, "feeds, nothing new (304)", unchanged, PER_SECOND, readers.inside(times));
            return new Section(
                    name(),
                    conditions(),
                    List.of(table, Table.of("service", "value").row("resident at the end, MB", news.megabytes())));
        }
    }

    private static Table row(
            Table table, Stage stage, String what, Readers readers, List<URI> pages, int perSecond, URI times)
            throws IOException {
        stage.say("news: " + what);
        Reading reading = readers.arriving(pages, perSecond, TIME);
        return row(table, what, reading, perSecond, readers.inside(times));
    }

    private static Table row(Table table, String what, Reading reading, int perSecond, List<String> inside) {
        return table.row(
                what,
                perSecond,
                reading.perSecond(),
                reading.latencies().millis(50),
                reading.latencies().millis(95),
                reading.latencies().millis(99),
                inside.get(0),
                inside.get(1),
                inside.get(2),
                reading.kilobytes(),
                reading.errors());
    }

    private static List<URI> pages(ServiceAlone news, IntFunction<String> path) {
        return IntStream.range(0, 1000).mapToObj(path).map(news::url).toList();
    }

    private static List<URI> inTurn(List<URI> some, List<URI> others) {
        return IntStream.range(0, some.size())
                .boxed()
                .flatMap(n -> List.of(some.get(n), others.get(n)).stream())
                .toList();
    }

    private static String list(int n) {
        return switch (n % 8) {
            case 0 -> "/news";
            case 1 -> "/news?topic=burglary" + area("&area=", n);
            case 2 -> "/news?kind=appeal";
            case 3 -> "/news?campaign=week" + n % 20 * 20;
            case 4 -> "/news?year=" + (2015 + n % 10) + area("&area=", n);
            case 5 -> "/news?topic=drugs&kind=advice" + area("&area=", n);
            default -> "/news" + area("?area=", n);
        };
    }

    /** A word in nearly every article, one in some, one in few; two at once; among what is for an area. */
    private static String search(int n) {
        return switch (n % 5) {
            case 0 -> "/news?q=w" + n % 10;
            case 1 -> "/news?q=w" + (500 + n);
            case 2 -> "/news?q=w" + (3900 + n % 100);
            case 3 -> "/news?q=w" + (100 + n % 50) + "+w" + (2000 + n);
            default -> "/news?q=w" + (1000 + n) + area("&area=", n);
        };
    }

    private static String area(String parameter, int n) {
        int neighbourhood = n * 31 % 33;
        return parameter + "shire/d" + neighbourhood % 10 + (n % 4 == 0 ? "" : "/n" + neighbourhood);
    }

    private static List<String> conditions() {
        return List.of(
                ManyArticles.COUNT
                        + " invented articles of 500 words, ten a day, in a PostgreSQL of their own; the news "
                        + "service alone, without a broker, with the heap and the collector that it has in a container "
                        + "of 640 MB (" + ServiceAlone.HEAP + ", serial).",
                PER_SECOND + " requests a second for " + TIME.toSeconds() + " s, " + SELDOM
                        + " of searches and whole feeds, sent when they are due whether or not "
                        + "those before were answered, over at most " + CONNECTIONS + " connections that stay open; "
                        + "times count from when a request was due. Inside: the same requests from the first filter of "
                        + "the service to its return, without the network. A warm-up of " + 2 * WARM_UP.toSeconds()
                        + " s came before.",
                "Lists: of all, of areas, topics, kinds, campaigns, years and of several at once. Search: words in "
                        + "nearly every article, in some and in few, two at once, and within an area. A thousand "
                        + "different addresses each.");
    }
}
