package org.bluelamp.feedback.concern;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.council.CouncilReports;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.support.Backing;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All concerns. */
@Repository
public class Concerns {

    /** How many concerns a page of the list holds. */
    public static final int PAGE = 20;

    private static final String CONCERN = """
            select c.reference, c.area_code, coalesce(a.name, c.area_code) as area_name, c.text, c.place, c.times,
                   c.effect, c.state, c.set_aside, c.received_at, c.lat, c.lng, c.supporters,
                   exists (select from photo p where p.concern_id = c.id) as photo,
                   (select count(*)
                      from support s
                      join concern own on own.id = s.own_concern_id
                     where s.concern_id = c.id and own.set_aside is null) as unconfirmed,
                   (select array_agg(t.name order by t.position)
                      from concern_theme ct join theme t on t.code = ct.theme_code
                     where ct.concern_id = c.id) as themes
              from concern c
              left join area a on a.code = c.area_code
            """;

    /**
     * Null parameters switch a condition off; the areas never are. What is the council's alone shows only to who looks for
     * its theme.
     */
    private static final String WANTED = """
             where c.area_code = any (""" + Areas.IN_AREAS + """
            )
               and (:area::text is null or c.area_code = :area)
               and (:state::text is null or c.state = :state)
               and (c.set_aside is not null) = :setAside
               and (:theme::text is null
                    or exists (select from concern_theme ct where ct.concern_id = c.id and ct.theme_code = :theme))
               and (:theme::text is not null or not\s""" + CouncilReports.ALL_THE_COUNCILS + ")";

    private final JdbcClient jdbc;

    Concerns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What staff look for.
     *
     * @param areas where the person may look; everything else is out of sight
     * @param area only this neighbourhood; null for all of them
     * @param theme only concerns about this theme; null for all
     * @param state only concerns that stand so; null for all
     * @param setAside those set aside instead of those that are not
     * @param supported those that most people with a code support first, instead of the newest
     */
    public record Search(
            Set<AreaCode> areas,
            @Nullable AreaCode area,
            @Nullable String theme,
            @Nullable State state,
            boolean setAside,
            boolean supported) {}

    /**
     * Part of what was found, in the order asked for.
     *
     * @param concerns at most {@value #PAGE}
     * @param number the page's number, from 1
     * @param total how many were found in all
     */
    public record Found(List<Concern> concerns, int number, int total) {

        /** How many pages there are, at least one. */
        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /**
     * Keeps a submission with the case that was opened for it, which has made sure that it is the only one.
     *
     * @param content digest of what it says, and of what came with it
     */
    void add(
            UUID caseId,
            Reference reference,
            Submission submission,
            String content,
            SubmissionKey key,
            @Nullable SetAside setAside,
            Instant receivedAt) {
        Pin pin = submission.pin();
        long id = jdbc.sql("""
                        insert into concern (case_id, reference, area_code, text, place, times, effect, lat, lng,
                                             set_aside, submission_key, content_digest, received_at)
                        values (:case, :reference, :area, :text, :place, :times, :effect, :lat, :lng,
                                :setAside, :key, :content, :receivedAt)
                        returning id""")
                .param("case", caseId)
                .param("reference", reference.value())
                .param("area", submission.area().value())
                .param("text", submission.text())
                .param("place", submission.place())
                .param("times", submission.times())
                .param("effect", submission.effect().code())
                .param("lat", pin == null ? null : pin.lat())
                .param("lng", pin == null ? null : pin.lng())
                .param("setAside", setAside == null ? null : setAside.code())
                .param("key", key.bytes())
                .param("content", HexFormat.of().parseHex(content))
                .param("receivedAt", receivedAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        submission
                .themes()
                .forEach(theme -> jdbc.sql(
                                "insert into concern_theme (concern_id, theme_code) values (:concern, :theme)")
                        .param("concern", id)
                        .param("theme", theme)
                        .update());
    }

    /**
     * What is held under a submission's key.
     *
     * @param reference the concern's reference
     * @param receivedAt when it arrived
     * @param content digest of what it says; empty when its words were erased
     */
    record Held(Reference reference, Instant receivedAt, String content) {}

    /** How many of a neighbourhood came after a time, set aside or not. */
    int since(AreaCode area, Instant after) {
        return jdbc.sql("select count(*) from concern where area_code = :area and received_at > :after")
                .param("area", area.value())
                .param("after", after.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    Optional<Held> held(SubmissionKey key) {
        return jdbc.sql("select reference, received_at, content_digest from concern where submission_key = :key")
                .param("key", key.bytes())
                .query((row, n) -> new Held(
                        new Reference(row.getString("reference")),
                        instant(row, "received_at"),
                        HexFormat.of().formatHex(row.getBytes("content_digest"))))
                .optional();
    }

    /** What came under a reference; empty for contacts of another kind. */
    public Optional<Concern> concern(Reference reference) {
        return jdbc.sql(CONCERN + " where c.reference = :reference")
                .param("reference", reference.value())
                .query(Concerns::concern)
                .optional();
    }

    /** One page of what was found; the last one when there are not so many. */
    Found find(Search search, int number) {
        int total = wanted("select count(*) from concern c " + WANTED, search)
                .query(Integer.class)
                .single();
        int page = Math.clamp(number, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        List<Concern> concerns = wanted(
                        CONCERN + WANTED + " order by " + (search.supported ? "c.supporters desc, " : "")
                                + "c.received_at desc, c.id desc limit :limit offset :offset",
                        search)
                .param("limit", PAGE)
                .param("offset", (page - 1) * PAGE)
                .query(Concerns::concern)
                .list();
        return new Found(concerns, page, total);
    }

    /** The newest of a neighbourhood that are not set aside, and those of it that are named; the newest first. */
    List<Concern> newest(AreaCode area, int limit, Set<Reference> named) {
        return jdbc.sql(CONCERN + """
                         where c.area_code = :area
                           and (c.reference = any (:named)
                                or c.id in (select c.id from concern c
                                             where c.area_code = :area and c.set_aside is null
                                               and not\s""" + CouncilReports.ALL_THE_COUNCILS + """
                                             order by c.received_at desc, c.id desc
                                             limit :limit))
                         order by c.received_at desc, c.id desc""")
                .param("area", area.value())
                .param("named", named.stream().map(Reference::value).toArray(String[]::new))
                .param("limit", limit)
                .query(Concerns::concern)
                .list();
    }

    private JdbcClient.StatementSpec wanted(String sql, Search search) {
        return jdbc.sql(sql)
                .param(
                        "areas",
                        String.join(
                                ",", search.areas.stream().map(AreaCode::value).toList()))
                .param("area", search.area == null ? null : search.area.value())
                .param("state", search.state == null ? null : search.state.word())
                .param("theme", search.theme)
                .param("setAside", search.setAside);
    }

    private static Concern concern(ResultSet row, int n) throws SQLException {
        String setAside = row.getString("set_aside");
        return new Concern(
                new Reference(row.getString("reference")),
                new AreaCode(row.getString("area_code")),
                row.getString("area_name"),
                Arrays.asList((String[]) row.getArray("themes").getArray()),
                row.getString("text"),
                row.getString("place"),
                row.getString("times"),
                Effect.of(row.getString("effect")).orElseThrow(),
                State.of(row.getString("state")),
                setAside == null ? null : SetAside.of(setAside),
                instant(row, "received_at"),
                pin(row),
                row.getBoolean("photo"),
                new Backing(row.getInt("supporters"), row.getInt("unconfirmed")));
    }

    private static @Nullable Pin pin(ResultSet row) throws SQLException {
        double lat = row.getDouble("lat");
        return row.wasNull() ? null : new Pin(lat, row.getDouble("lng"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
