package org.bluelamp.feedback.insight;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bluelamp.feedback.round.RoundScene;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Words for what residents bring over months, without a form for each. */
public abstract class InsightScene extends RoundScene {

    protected static final String STEVENAGE_SOUTH = "hertfordshire/stevenage/stevenage-south";

    @Autowired
    protected Counting counting;

    @BeforeEach
    void nothingWasCounted() {
        jdbc.sql("truncate insight_count, spike").update();
        jdbc.sql("update insight_run set counted_at = null, whole_on = null, looked_at = null")
                .update();
    }

    protected LocalDate now() {
        return LondonTime.date(clock.instant());
    }

    /** So many concerns about a theme arrive on a day, so many days ago. */
    protected void raise(int number, String theme, String area, int daysAgo) {
        jdbc.sql("""
                        with made as (
                            select gen_random_uuid() as id,
                                   upper(substr(md5(random()::text), 1, 4) || '-' || substr(md5(random()::text), 1, 4))
                                       as reference
                              from generate_series(1, :number)),
                        opened as (
                            insert into "case" (id, reference, area_code, kind, submission_key, link_hash, state,
                                                received_at, asked_at, due_at, version)
                            select id, reference, :area, 'concern', sha256(id::text::bytea), sha256(('l' || id)::bytea),
                                   'received', :at, :at, :at + interval '72 hours', 1
                              from made),
                        kept as (
                            insert into concern (reference, area_code, text, effect, submission_key, content_digest,
                                                 received_at, case_id)
                            select reference, :area, 'It happens', 'some', sha256(id::text::bytea),
                                   sha256(('c' || id)::bytea), :at, id
                              from made
                            returning id)
                        insert into concern_theme (concern_id, theme_code)
                        select id, :theme from kept""")
                .param("number", number)
                .param("area", area)
                .param("theme", theme)
                .param(
                        "at",
                        now().minusDays(daysAgo)
                                .atTime(0, 0)
                                .atZone(LondonTime.ZONE)
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .update();
    }

    /** directory-service tells where a neighbourhood lies: a square of a tenth of a degree. */
    protected void lies(String code, String name, double lng, double lat) {
        dispatch(event("directory.area.changed", code, 2, """
                {"code": "%s", "kind": "neighbourhood", "name": "%s", "parent": null, "label": "Team",
                 "boundary": {"type": "Polygon", "coordinates": [[[%3$s, %4$s], [%5$s, %4$s], [%5$s, %6$s], [%3$s, %6$s],
                 [%3$s, %4$s]]]},
                 "contact": {}, "socialAccounts": [], "households": null}""".formatted(code, name, lng, lat, lng + 0.1, lat + 0.1)));
    }
}
