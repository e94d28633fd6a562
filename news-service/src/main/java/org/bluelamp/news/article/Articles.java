package org.bluelamp.news.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
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
        return jdbc.sql(SELECT + "where a.published_at is not null").query(Articles::read).stream();
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
    void add(Draft article) {
        jdbc.sql("""
                        insert into article (
                            id, slug, title, summary, body, topics, campaign,
                            kind, not_after, contact, crime_reference, hashtags, state,
                            author_id, author_name, written_at, changed_by_id, changed_by_name, changed_at, version)
                        values (
                            :id, :slug, :title, :summary, :body, :topics, :campaign,
                            :kind, :notAfter, :contact, :crimeReference, :hashtags, :state,
                            :authorId, :authorName, :writtenAt, :changedById, :changedByName, :changedAt, :version)
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
                            topics = :topics, campaign = :campaign,
                            kind = :kind, not_after = :notAfter, contact = :contact,
                            crime_reference = :crimeReference, hashtags = :hashtags, state = :state,
                            changed_by_id = :changedById, changed_by_name = :changedByName, changed_at = :changedAt,
                            submitted_by_id = :submittedById, submitted_by_name = :submittedByName,
                            submitted_at = :submittedAt,
                            scheduled_by_id = :scheduledById, scheduled_by_name = :scheduledByName,
                            scheduled_for = :scheduledFor,
                            published_by_id = :publishedById, published_by_name = :publishedByName,
                            published_at = :publishedAt, correction_note = :correctionNote,
                            archived_by_id = :archivedById, archived_by_name = :archivedByName,
                            archived_at = :archivedAt,
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
        list(article.id());
    }

    /** Writes anew in which lists readers find the article; the view says in which. */
    private void list(ArticleId id) {
        jdbc.sql("delete from article_listed where article_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
                        insert into article_listed (area_code, facet, own, published_at, article_id)
                        select area_code, facet, own, published_at, article_id from article_listing
                        where article_id = :id
                        """).param("id", id.value()).update();
    }

    /** The articles that are to be published or to end by now, at most a hundred, the longest due first. */
    List<ArticleId> due(Instant now) {
        return jdbc.sql("""
                        select id, scheduled_for as due from article
                        where state = 'scheduled' and scheduled_for <= :now
                        union all
                        select id, not_after from article
                        where state in ('published', 'corrected') and not_after <= :now
                        order by due
                        limit 100
                        """)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new ArticleId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The article, held by this transaction; empty when another one holds it. */
    Optional<Article> claim(ArticleId id) {
        return jdbc.sql(SELECT + "where a.id = :id for update of a skip locked")
                .param("id", id.value())
                .query(Articles::read)
                .optional();
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
        Content content = article.content();
        Details details = content.details();
        Provenance provenance = article.provenance();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", article.id().value());
        columns.put("slug", article.slug().value());
        columns.put("title", content.title());
        columns.put("summary", content.summary());
        columns.put("body", content.body());
        columns.put("topics", content.topics().stream().map(Topic::code).toArray(String[]::new));
        columns.put("campaign", content.campaign().map(Campaign::hashtag).orElse(null));
        columns.put("kind", details.kind().code());
        columns.put("notAfter", details.notAfter().map(Timestamp::from).orElse(null));
        columns.put("contact", details.contact().orElse(null));
        columns.put("crimeReference", details.crimeReference().orElse(null));
        columns.put("hashtags", details.hashtags().toArray(String[]::new));
        columns.put("state", article.state().code());
        columns.put("version", article.version());
        columns.put("authorId", provenance.author().id());
        columns.put("authorName", provenance.author().name());
        columns.put("writtenAt", Timestamp.from(provenance.writtenAt()));
        columns.put("changedById", provenance.changedBy().id());
        columns.put("changedByName", provenance.changedBy().name());
        columns.put("changedAt", Timestamp.from(provenance.changedAt()));

        Submission submission = article instanceof InReview inReview ? inReview.submission() : null;
        put(columns, "submitted", submission == null ? null : submission.by());
        columns.put("submittedAt", submission == null ? null : Timestamp.from(submission.at()));
        Schedule schedule = article instanceof Scheduled scheduled ? scheduled.schedule() : null;
        put(columns, "scheduled", schedule == null ? null : schedule.by());
        columns.put("scheduledFor", schedule == null ? null : Timestamp.from(schedule.at()));
        Publication publication = publication(article);
        put(columns, "published", publication == null ? null : publication.by());
        columns.put("publishedAt", publication == null ? null : Timestamp.from(publication.at()));
        columns.put(
                "correctionNote",
                article instanceof Corrected corrected ? corrected.correction().note() : null);
        Archival archival = article instanceof Archived archived ? archived.archival() : null;
        put(columns, "archived", archival == null ? null : archival.by());
        columns.put("archivedAt", archival == null ? null : Timestamp.from(archival.at()));
        Withdrawal withdrawal = article instanceof Withdrawn withdrawn ? withdrawn.withdrawal() : null;
        put(columns, "withdrawn", withdrawal == null ? null : withdrawal.by());
        columns.put("withdrawnAt", withdrawal == null ? null : Timestamp.from(withdrawal.at()));
        columns.put("withdrawalReason", withdrawal == null ? null : withdrawal.reason());
        return columns;
    }

    private static void put(Map<String, @Nullable Object> columns, String deed, @Nullable Author by) {
        columns.put(deed + "ById", by == null ? null : by.id());
        columns.put(deed + "ByName", by == null ? null : by.name());
    }

    private static @Nullable Publication publication(Article article) {
        return switch (article) {
            case Unpublished _ -> null;
            case Public published -> published.publication();
            case Archived archived -> archived.publication();
            case Withdrawn withdrawn -> withdrawn.publication();
        };
    }

    private static Article read(ResultSet row, int number) throws SQLException {
        ArticleId id = new ArticleId(row.getObject("id", UUID.class));
        Slug slug = new Slug(row.getString("slug"));
        Content content = content(row);
        Provenance provenance = new Provenance(
                author(row, "author"),
                instant(row, "written_at"),
                author(row, "changed_by"),
                instant(row, "changed_at"));
        long version = row.getLong("version");
        return switch (ArticleState.of(row.getString("state"))) {
            case DRAFT -> new Draft(id, slug, content, provenance, version);
            case IN_REVIEW ->
                new InReview(
                        id,
                        slug,
                        content,
                        provenance,
                        new Submission(instant(row, "submitted_at"), author(row, "submitted_by")),
                        version);
            case SCHEDULED ->
                new Scheduled(
                        id,
                        slug,
                        content,
                        provenance,
                        new Schedule(instant(row, "scheduled_for"), author(row, "scheduled_by")),
                        version);
            case PUBLISHED -> new Published(id, slug, content, provenance, publication(row), version);
            case CORRECTED ->
                new Corrected(
                        id,
                        slug,
                        content,
                        provenance,
                        publication(row),
                        new Correction(
                                provenance.changedAt(), provenance.changedBy(), row.getString("correction_note")),
                        version);
            case ARCHIVED ->
                new Archived(
                        id,
                        slug,
                        content,
                        provenance,
                        publication(row),
                        new Archival(instant(row, "archived_at"), author(row, "archived_by")),
                        version);
            case WITHDRAWN ->
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
        };
    }

    /** What a row says that has the columns of an article, and its areas as an array. */
    static Content content(ResultSet row) throws SQLException {
        Timestamp notAfter = row.getTimestamp("not_after");
        return new Content(
                row.getString("title"),
                row.getString("summary"),
                row.getString("body"),
                texts(row, "areas").map(AreaCode::new).collect(Collectors.toCollection(TreeSet::new)),
                topics(row),
                Optional.ofNullable(row.getString("campaign")).map(Campaign::new),
                new Details(
                        ArticleKind.of(row.getString("kind")).orElse(ArticleKind.NEWS),
                        Optional.ofNullable(notAfter).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("contact")),
                        Optional.ofNullable(row.getString("crime_reference")),
                        texts(row, "hashtags").toList()));
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
