package org.bluelamp.directory.api;

import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The areas and teams that programs ask for. */
@Component
class Selection {

    private final Areas areas;
    private final Teams teams;

    Selection(Areas areas, Teams teams) {
        this.areas = areas;
        this.teams = teams;
    }

    /**
     * Areas, forces first, each kind by name.
     *
     * @param kind null for all
     * @param within code of the area inside which they lie; null for everywhere
     */
    List<Area> areas(@Nullable String kind, @Nullable String within) {
        AreaKind only = Given.kindIfAny(kind);
        AreaCode inside = Given.codeIfAny("within", within);
        return areas.all().stream()
                .filter(area -> only == null || area.kind() == only)
                .filter(area -> inside == null || inside.covers(area.code()) && !inside.equals(area.code()))
                .toList();
    }

    /**
     * Teams, by the code of their neighbourhood.
     *
     * @param within code of an area: its own team and those inside it; null for all
     */
    List<Team> teams(@Nullable String within) {
        AreaCode inside = Given.codeIfAny("within", within);
        return teams.all().stream()
                .filter(team -> inside == null || inside.covers(team.area()))
                .toList();
    }
}
