package org.bluelamp.news;

import static org.bluelamp.news.article.Contents.anArticle;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.news.article.Articles;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Contents;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.Newsroom;
import org.bluelamp.news.article.Published;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.PlatformTest;
import org.bluelamp.testing.web.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A test of the running service that starts with some areas and without articles. */
@PlatformTest
public abstract class NewsTest {

    public static final StaffMember ERIN =
            new StaffMember("erin", "Erin Editor", Set.of(Role.EDITOR), Set.of(new AreaCode("hertfordshire")));

    protected static final String WARE = "hertfordshire/east-herts/ware";

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Newsroom newsroom;

    @Autowired
    protected Articles articles;

    @Autowired
    protected Outbox outbox;

    @Autowired
    protected AuditTrail audit;

    @Autowired
    protected TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    @BeforeEach
    void beginWithAreasOnly() {
        jdbc.sql(
                        "truncate article, article_slug, article_area, article_version, article_comment, article_typed, campaign, second_person, area, picture, attachment cascade")
                .update();
        area("hertfordshire", "force", "Hertfordshire", null);
        area("hertfordshire/east-herts", "district", "East Herts", null);
        area(WARE, "neighbourhood", "Ware", 12_200);
        area("hertfordshire/east-herts/hertford", "neighbourhood", "Hertford", 14_600);
        area("hertfordshire/watford", "district", "Watford", null);
        area("hertfordshire/watford/town-centre", "neighbourhood", "Watford Town Centre", 12_100);
    }

    protected void area(String code, String kind, String name, @Nullable Integer households) {
        jdbc.sql(
                        "insert into area (code, kind, name, households, version) values (:code, :kind, :name, :households, 1)")
                .param("code", code)
                .param("kind", kind)
                .param("name", name)
                .param("households", households)
                .update();
    }

    /** A browser or program that calls the service. */
    protected Caller call() {
        return new Caller(port);
    }

    protected Draft draft(Contents contents) {
        return newsroom.write(ERIN, contents.build());
    }

    protected Published published(Contents contents) {
        Draft draft = draft(contents);
        return newsroom.publish(ERIN, draft.id(), draft.version());
    }

    /** An article that became public at another time than now. */
    protected Published publishedAt(String time, Contents contents) {
        Newsroom then = newsroom.at(Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
        return Objects.requireNonNull(transaction.execute(status -> {
            Draft draft = then.write(ERIN, contents.build());
            return then.publish(ERIN, draft.id(), draft.version());
        }));
    }

    protected Content otherWords() {
        return anArticle().saying("Other words.").build();
    }

    /** What was announced of an article, oldest first: its type and its data. */
    protected List<Announced> announced(Object id) {
        return jdbc.sql("select type, version, data from messaging.outbox where subject = :id order by position")
                .param("id", id.toString())
                .query((row, number) ->
                        new Announced(row.getString("type"), row.getLong("version"), row.getString("data")))
                .list();
    }

    /** An event in the outbox. */
    public record Announced(String type, long version, String data) {}
}
