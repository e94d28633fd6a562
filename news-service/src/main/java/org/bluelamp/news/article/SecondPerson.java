package org.bluelamp.news.article;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which kinds of article a force has published by somebody else than who wrote them. */
@Repository
public class SecondPerson {

    /** What holds until a force decides otherwise: the kinds that name or describe a person. */
    static final Set<ArticleKind> AT_FIRST =
            Set.of(ArticleKind.APPEAL, ArticleKind.MISSING_PERSON, ArticleKind.COURT_RESULT);

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    SecondPerson(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Whether one of the forces that the areas belong to asks for a second person. */
    public boolean isNeededFor(ArticleKind kind, Collection<AreaCode> areas) {
        return areas.stream()
                .map(SecondPerson::force)
                .distinct()
                .anyMatch(force -> neededBy(force).contains(kind));
    }

    /** The kinds for which the force asks for one. */
    public Set<ArticleKind> neededBy(AreaCode force) {
        return jdbc.sql("select kinds from second_person where force = :force")
                .param("force", force.value())
                .query((row, n) -> Arrays.stream(
                                (String[]) row.getArray("kinds").getArray())
                        .flatMap(code -> ArticleKind.of(code).stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ArticleKind.class))))
                .optional()
                .<Set<ArticleKind>>map(kinds -> kinds)
                .orElse(AT_FIRST);
    }

    /**
     * Decides it.
     *
     * @throws org.springframework.security.access.AccessDeniedException when the person is not an administrator of the
     *     whole force
     */
    @Transactional
    public void decide(StaffMember who, AreaCode force, Set<ArticleKind> kinds) {
        who.require(Role.ADMINISTRATOR, force);
        String[] codes = kinds.stream().map(ArticleKind::code).sorted().toArray(String[]::new);
        jdbc.sql("""
                        insert into second_person (force, kinds) values (:force, :kinds)
                        on conflict (force) do update set kinds = excluded.kinds
                        """).param("force", force.value()).param("kinds", codes).update();
        audit.record(who, "second-person.decided", force.value(), String.join(", ", codes));
    }

    private static AreaCode force(AreaCode area) {
        return new AreaCode(area.value().split("/", 2)[0]);
    }
}
