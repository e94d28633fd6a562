package org.bluelamp.news.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Author;
import org.bluelamp.news.article.Topic;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The templates, and each deed with one. Who edits for an area of the force or the district, or for more than it, uses a
 * template; who edits for all of its area changes it. Each deed throws
 * {@link org.springframework.security.access.AccessDeniedException} when the person may not.
 */
@Repository
public class Templates {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Templates(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that the person may use, by area, the widest first, and name. */
    public List<Template> of(StaffMember who) {
        return jdbc.sql("""
                        select * from article_template t
                        where exists (
                            select from unnest(:own::text[]) as own (code)
                            where t.area = own.code
                               or starts_with(t.area, own.code || '/')
                               or starts_with(own.code, t.area || '/'))
                        order by cardinality(string_to_array(area, '/')), area, lower(name), id
                        """)
                .param("own", who.areas().stream().map(AreaCode::value).toArray(String[]::new))
                .query(Templates::read)
                .list();
    }

    /**
     * One that the person may use.
     *
     * @throws NoSuchTemplateException when there is none
     */
    public Template open(StaffMember who, UUID id) {
        Template template = jdbc.sql("select * from article_template where id = :id")
                .param("id", id)
                .query(Templates::read)
                .optional()
                .orElseThrow(() -> new NoSuchTemplateException(id));
        AreaCode area = template.pattern().area();
        if (who.areas().stream().noneMatch(own -> own.covers(area) || area.covers(own))) {
            throw new AccessDeniedException(who.name() + " edits nothing in " + area);
        }
        return template;
    }

    /** Whether the person may change and delete it. */
    public boolean mayChange(StaffMember who, Template template) {
        return who.may(Role.EDITOR, template.pattern().area());
    }

    /**
     * Keeps a new template; one that has the id already stays as it is.
     *
     * @return whether it is new
     */
    @Transactional
    public boolean add(StaffMember who, UUID id, Pattern pattern) {
        who.require(Role.EDITOR, pattern.area());
        int added = jdbc.sql("""
                        insert into article_template (id, area, name, kind, title, summary, body, topics, contact,
                                                      changed_by_id, changed_by_name, changed_at, version)
                        values (:id, :area, :name, :kind, :title, :summary, :body, :topics, :contact,
                                :byId, :byName, :now, 1)
                        on conflict (id) do nothing
                        """).params(columns(who, id, pattern)).update();
        if (added == 1) {
            audit.record(who, "template.added", id.toString(), pattern.name());
        }
        return added == 1;
    }

    /**
     * Changes a template.
     *
     * @throws StaleTemplateException when the version given is not the present one
     */
    @Transactional
    public void change(StaffMember who, UUID id, long version, Pattern pattern) {
        who.require(Role.EDITOR, open(who, id).pattern().area());
        who.require(Role.EDITOR, pattern.area());
        Map<String, Object> columns = columns(who, id, pattern);
        columns.put("version", version);
        int changed = jdbc.sql("""
                        update article_template set
                            area = :area, name = :name, kind = :kind, title = :title, summary = :summary, body = :body,
                            topics = :topics, contact = :contact,
                            changed_by_id = :byId, changed_by_name = :byName, changed_at = :now, version = version + 1
                        where id = :id and version = :version
                        """).params(columns).update();
        if (changed == 0) {
            throw new StaleTemplateException();
        }
        audit.record(who, "template.changed", id.toString(), pattern.name());
    }

    /** Deletes a template; articles that were begun from it stay as they are. */
    @Transactional
    public void delete(StaffMember who, UUID id) {
        Template template = open(who, id);
        who.require(Role.EDITOR, template.pattern().area());
        jdbc.sql("delete from article_template where id = :id").param("id", id).update();
        audit.record(who, "template.deleted", id.toString(), template.pattern().name());
    }

    private Map<String, Object> columns(StaffMember who, UUID id, Pattern pattern) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("id", id);
        columns.put("area", pattern.area().value());
        columns.put("name", pattern.name());
        columns.put("kind", pattern.kind().code());
        columns.put("title", pattern.title());
        columns.put("summary", pattern.summary());
        columns.put("body", pattern.body());
        columns.put(
                "topics", pattern.topics().stream().map(Topic::code).sorted().toArray(String[]::new));
        columns.put("contact", pattern.contact());
        columns.put("byId", who.id());
        columns.put("byName", who.name());
        columns.put("now", Timestamp.from(clock.instant()));
        return columns;
    }

    private static Template read(ResultSet row, int n) throws SQLException {
        return new Template(
                row.getObject("id", UUID.class),
                new Pattern(
                        new AreaCode(row.getString("area")),
                        row.getString("name"),
                        ArticleKind.of(row.getString("kind")).orElse(ArticleKind.NEWS),
                        row.getString("title"),
                        row.getString("summary"),
                        row.getString("body"),
                        Arrays.stream((String[]) row.getArray("topics").getArray())
                                .flatMap(code -> Topic.of(code).stream())
                                .collect(Collectors.toSet()),
                        row.getString("contact")),
                new Author(row.getString("changed_by_id"), row.getString("changed_by_name")),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }
}
