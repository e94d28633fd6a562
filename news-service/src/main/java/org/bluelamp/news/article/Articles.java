package org.bluelamp.news.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The articles as wholes, for changing them. A change is accepted only onto the version before it. */
@Repository
public class Articles {

    /** An article's columns with its areas, as {@link #read} wants them. */
    private static final String SELECT = """
            select a.*, array(select area_code from article_area aa where aa.article_id = a.id) as areas
            from article a
            """;

    private final JdbcClient jdbc;

    Articles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The article with the id, in whatever state. */
    public Optional<Article> find(ArticleId id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id.value())
                .query(Articles::read)
                .optional();
    }

    /** The article that has or had the slug, in whatever state; whether it moved on tells its own slug. */
    public Optional<Article> findBySlug(Slug slug) {
        return jdbc.sql(SELECT + "join article_slug s on s.article_id = a.id where s.slug = :slug")
                .param("slug", slug.value())
                .query(Articles::read)
                .optional();
    }

    /** Everything that is or was public, in no order; to be closed. */
    Stream<Article> everPublished() {
        return jdbc.sql(SELECT + "where a.state <> 'draft'").query(Articles::read).stream();
    }

    /** Takes the first free address for the article: the wanted one or a numbered one. */
    Slug claim(Slug wanted, ArticleId id) {
        return wanted.candidates().filter(slug -> claimed(slug, id)).findFirst().orElseThrow();
    }

    private boolean claimed(Slug slug, ArticleId id) {
        // The no-op update waits for a rival's uncommitted row and returns whose the address is.
        return jdbc.sql("""
                        insert into article_slug (slug, article_id) values (:slug, :id)
                        on conflict (slug) do update set slug = excluded.slug
                        returning article_id
                        """)
                .param("slug", slug.value())
                .param("id", id.value())
                .query(UUID.class)
                .single()
                .equals(id.value());
    }

    /** Frees an address that was never public. */
    void release(Slug slug) {
        jdbc.sql("delete from article_slug where slug = :slug")
                .param("slug", slug.value())
                .update();
    }

    /** Keeps a new article, whose slug is claimed. */
    void add(Article article) {
        jdbc.sql("""
                        insert into article (
                            id, slug, title, summary, body, topics, campaign, state,
                            author_id, author_name, written_at, changed_by_id, changed_by_name, changed_at,
                            published_by_id, published_by_name, published_at,
                            withdrawn_by_id, withdrawn_by_name, withdrawn_at, withdrawal_reason, version)
                        values (
                            :id, :slug, :title, :summary, :body, :topics, :campaign, :state,
                            :authorId, :authorName, :writtenAt, :changedById, :changedByName, :changedAt,
                            :publishedById, :publishedByName, :publishedAt,
                            :withdrawnById, :withdrawnByName, :withdrawnAt, :withdrawalReason, :version)
                        """).params(columns(article)).update();
        addAreas(article);
    }

    /**
     * Keeps a changed article.
     *
     * @throws StaleArticleException when the version held is not the one before
     */
    void replace(Article article) {
        int changed = jdbc.sql("""
                        update article set
                            slug = :slug, title = :title, summary = :summary, body = :body,
                            topics = :topics, campaign = :campaign, state = :state,
                            changed_by_id = :changedById, changed_by_name = :changedByName, changed_at = :changedAt,
                            published_by_id = :publishedById, published_by_name = :publishedByName,
                            published_at = :publishedAt,
                            withdrawn_by_id = :withdrawnById, withdrawn_by_name = :withdrawnByName,
                            withdrawn_at = :withdrawnAt, withdrawal_reason = :withdrawalReason,
                            version = :version
                        where id = :id and version = :version - 1
                        """).params(columns(article)).update();
        if (changed == 0) {
            throw new StaleArticleException(article.id());
        }
        jdbc.sql("delete from article_area where article_id = :id")
                .param("id", article.id().value())
                .update();
        addAreas(article);
    }

    private void addAreas(Article article) {
        jdbc.sql("insert into article_area (article_id, area_code) select :id, unnest(:areas)")
                .param("id", article.id().value())
                .param(
                        "areas",
                        article.content().areas().stream().map(AreaCode::value).toArray(String[]::new))
                .update();
    }

    private static Map<String, @Nullable Object> columns(Article article) {
        @Nullable
        Publication publication = switch (article) {
            case Draft _ -> null;
            case Published published -> published.publication();
            case Withdrawn withdrawn -> withdrawn.publication();
        };
        @Nullable Withdrawal withdrawal = article instanceof Withdrawn withdrawn ? withdrawn.withdrawal() : null;
        Content content = article.content();
        Provenance provenance = article.provenance();

        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", article.id().value());
        columns.put("slug", article.slug().value());
        columns.put("title", content.title());
        columns.put("summary", content.summary());
        columns.put("body", content.body());
        columns.put("topics", content.topics().stream().map(Topic::code).toArray(String[]::new));
        columns.put("campaign", content.campaign().map(Campaign::hashtag).orElse(null));
        columns.put("state", article.state().code());
        columns.put("authorId", provenance.author().id());
        columns.put("authorName", provenance.author().name());
        columns.put("writtenAt", Timestamp.from(provenance.writtenAt()));
        columns.put("changedById", provenance.changedBy().id());
        columns.put("changedByName", provenance.changedBy().name());
        columns.put("changedAt", Timestamp.from(provenance.changedAt()));
        columns.put(
                "publishedById", publication == null ? null : publication.by().id());
        columns.put(
                "publishedByName", publication == null ? null : publication.by().name());
        columns.put("publishedAt", publication == null ? null : Timestamp.from(publication.at()));
        columns.put("withdrawnById", withdrawal == null ? null : withdrawal.by().id());
        columns.put(
                "withdrawnByName", withdrawal == null ? null : withdrawal.by().name());
        columns.put("withdrawnAt", withdrawal == null ? null : Timestamp.from(withdrawal.at()));
        columns.put("withdrawalReason", withdrawal == null ? null : withdrawal.reason());
        columns.put("version", article.version());
        return columns;
    }

    private static Article read(ResultSet row, int number) throws SQLException {
        ArticleId id = new ArticleId(row.getObject("id", UUID.class));
        Slug slug = new Slug(row.getString("slug"));
        Content content = new Content(
                row.getString("title"),
                row.getString("summary"),
                row.getString("body"),
                texts(row, "areas").map(AreaCode::new).collect(Collectors.toCollection(TreeSet::new)),
                topics(row),
                Optional.ofNullable(row.getString("campaign")).map(Campaign::new));
        Provenance provenance = new Provenance(
                author(row, "author"),
                instant(row, "written_at"),
                author(row, "changed_by"),
                instant(row, "changed_at"));
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "draft" -> new Draft(id, slug, content, provenance, version);
            case "published" -> new Published(id, slug, content, provenance, publication(row), version);
            case "withdrawn" ->
                new Withdrawn(
                        id,
                        slug,
                        content,
                        provenance,
                        publication(row),
                        new Withdrawal(
                                instant(row, "withdrawn_at"),
                                author(row, "withdrawn_by"),
                                row.getString("withdrawal_reason")),
                        version);
            case String other -> throw new SQLException("Article " + id + " is in an unknown state: " + other);
        };
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(instant(row, "published_at"), author(row, "published_by"));
    }

    private static Author author(ResultSet row, String column) throws SQLException {
        return new Author(row.getString(column + "_id"), row.getString(column + "_name"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** Topics that the list no longer knows are left out. */
    static Set<Topic> topics(ResultSet row) throws SQLException {
        return texts(row, "topics")
                .flatMap(code -> Topic.of(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
    }

    static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }
}
