package org.bluelamp.news.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bluelamp.news.article.Campaign;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the pages of campaigns are that everybody can see; for links to them. */
@Repository
public class CampaignAddresses {

    private static final String SELECT = "select hashtag, name, changed_at from campaign where state <> 'draft'";

    private final JdbcClient jdbc;

    CampaignAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A campaign's page. */
    public record Address(String name, String path, Instant updatedAt) {}

    /** The page of the campaign with the hashtag, in whatever case; most hashtags have none. */
    public Optional<Address> find(Campaign hashtag) {
        return jdbc.sql(SELECT + " and lower(hashtag) = lower(:hashtag)")
                .param("hashtag", hashtag.hashtag())
                .query(CampaignAddresses::read)
                .optional();
    }

    /** All of them. */
    public List<Address> all() {
        return jdbc.sql(SELECT + " order by hashtag")
                .query(CampaignAddresses::read)
                .list();
    }

    private static Address read(ResultSet row, int n) throws SQLException {
        return new Address(
                row.getString("name"),
                "/news/campaigns/" + row.getString("hashtag").toLowerCase(Locale.ROOT),
                row.getTimestamp("changed_at").toInstant());
    }
}
