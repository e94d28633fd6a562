package org.bluelamp.news.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.news.article.Author;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The campaigns and what staff do with them. The person must be an editor in every area that takes part, before and
 * after a deed. A deed on an older version than the present one throws {@link StaleCampaignException}.
 */
@Repository
public class Campaigns {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Campaigns(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
    }

    /** What everybody can see, the latest first. */
    public List<WeekOfAction> everyPublic() {
        return jdbc.sql("select * from campaign where state <> 'draft' order by first_day desc, name")
                .query(Campaigns::read)
                .list();
    }

    /** Those that the person may change, the latest first. */
    public List<WeekOfAction> of(StaffMember who) {
        return jdbc.sql("select * from campaign order by first_day desc, name").query(Campaigns::read).list().stream()
                .filter(one -> mayEdit(who, one.plan().areas()))
                .toList();
    }

    /** The campaign with the hashtag, in whatever case and state. */
    public Optional<WeekOfAction> find(Campaign hashtag) {
        return jdbc.sql("select * from campaign where lower(hashtag) = lower(:hashtag)")
                .param("hashtag", hashtag.hashtag())
                .query(Campaigns::read)
                .optional();
    }

    /**
     * The campaign, for somebody who may change it.
     *
     * @throws NoSuchCampaignException when there is none
     */
    public WeekOfAction open(StaffMember who, UUID id) {
        WeekOfAction found = jdbc.sql("select * from campaign where id = :id")
                .param("id", id)
                .query(Campaigns::read)
                .optional()
                .orElseThrow(() -> new NoSuchCampaignException(id));
        requireEditor(who, found.plan().areas());
        return found;
    }

    /**
     * Keeps a new campaign as a draft.
     *
     * @throws HashtagTakenException when another campaign has its hashtag
     * @throws StaleCampaignException when it is kept already
     */
    @Transactional
    public void write(StaffMember who, UUID id, Plan plan) {
        requireEditor(who, plan.areas());
        Map<String, Object> values = values(who, id, plan);
        try {
            int added = jdbc.sql("""
                            insert into campaign (
                                id, hashtag, name, summary, description, first_day, last_day, areas, state,
                                changed_by_id, changed_by_name, changed_at, version)
                            values (
                                :id, :hashtag, :name, :summary, :description, :firstDay, :lastDay, :areas, 'draft',
                                :byId, :byName, :at, 1)
                            on conflict (id) do nothing
                            """).params(values).update();
            requireOne(added, id);
        } catch (DuplicateKeyException taken) {
            throw new HashtagTakenException(plan.hashtag(), taken);
        }
        audit.record(who, "campaign.written", id.toString(), plan.hashtag().toString());
    }

    /**
     * Changes what is said of a campaign. Once it was public its hashtag keeps its letters, as its address does.
     *
     * @throws HashtagTakenException when another campaign has its hashtag
     */
    @Transactional
    public void rewrite(StaffMember who, UUID id, long version, Plan plan) {
        open(who, id);
        requireEditor(who, plan.areas());
        Map<String, Object> values = values(who, id, plan);
        values.put("version", version);
        try {
            int changed = jdbc.sql("""
                            update campaign set
                                hashtag = :hashtag, name = :name, summary = :summary, description = :description,
                                first_day = :firstDay, last_day = :lastDay, areas = :areas,
                                changed_by_id = :byId, changed_by_name = :byName, changed_at = :at,
                                version = version + 1
                            where id = :id and version = :version
                                and (state = 'draft' or lower(hashtag) = lower(:hashtag))
                            """).params(values).update();
            requireOne(changed, id);
        } catch (DuplicateKeyException taken) {
            throw new HashtagTakenException(plan.hashtag(), taken);
        }
        audit.record(who, "campaign.rewritten", id.toString(), plan.hashtag().toString());
    }

    /** Shows a draft to everybody. */
    @Transactional
    public void publish(StaffMember who, UUID id, long version) {
        move(who, id, version, CampaignState.DRAFT, CampaignState.PUBLISHED);
    }

    /** Ends a public campaign before its last day; its page stays. */
    @Transactional
    public void end(StaffMember who, UUID id, long version) {
        move(who, id, version, CampaignState.PUBLISHED, CampaignState.ENDED);
    }

    private void move(StaffMember who, UUID id, long version, CampaignState from, CampaignState to) {
        WeekOfAction before = open(who, id);
        int changed = jdbc.sql("""
                        update campaign set
                            state = :to, changed_by_id = :byId, changed_by_name = :byName, changed_at = :at,
                            version = version + 1
                        where id = :id and version = :version and state = :from
                        """)
                .param("id", id)
                .param("version", version)
                .param("from", from.code())
                .param("to", to.code())
                .param("byId", who.id())
                .param("byName", who.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        requireOne(changed, id);
        audit.record(
                who,
                "campaign." + to.code(),
                id.toString(),
                before.plan().hashtag().toString());
    }

    private Map<String, Object> values(StaffMember who, UUID id, Plan plan) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("hashtag", plan.hashtag().hashtag());
        values.put("name", plan.name());
        values.put("summary", plan.summary());
        values.put("description", plan.description());
        values.put("firstDay", plan.firstDay());
        values.put("lastDay", plan.lastDay());
        values.put("areas", plan.areas().stream().map(AreaCode::value).toArray(String[]::new));
        values.put("byId", who.id());
        values.put("byName", who.name());
        values.put("at", Timestamp.from(clock.instant()));
        return values;
    }

    private static void requireOne(int rows, UUID id) {
        if (rows != 1) {
            throw new StaleCampaignException(id);
        }
    }

    private static boolean mayEdit(StaffMember who, Collection<AreaCode> areas) {
        return areas.stream().allMatch(area -> who.may(Role.EDITOR, area));
    }

    private static void requireEditor(StaffMember who, Collection<AreaCode> areas) {
        areas.forEach(area -> who.require(Role.EDITOR, area));
    }

    private static WeekOfAction read(ResultSet row, int number) throws SQLException {
        return new WeekOfAction(
                row.getObject("id", UUID.class),
                new Plan(
                        new Campaign(row.getString("hashtag")),
                        row.getString("name"),
                        row.getString("summary"),
                        row.getString("description"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        Arrays.stream((String[]) row.getArray("areas").getArray())
                                .map(AreaCode::new)
                                .collect(Collectors.toCollection(TreeSet::new))),
                CampaignState.of(row.getString("state")),
                new Author(row.getString("changed_by_id"), row.getString("changed_by_name")),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }
}
