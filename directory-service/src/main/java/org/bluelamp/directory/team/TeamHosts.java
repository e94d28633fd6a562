package org.bluelamp.directory.team;

import java.util.List;
import org.bluelamp.directory.meeting.Hosts;
import org.bluelamp.service.area.AreaCode;
import org.springframework.stereotype.Component;

/** Everybody of a team can host its meetings. */
@Component
class TeamHosts implements Hosts {

    private final Teams teams;

    TeamHosts(Teams teams) {
        this.teams = teams;
    }

    @Override
    public List<Host> of(AreaCode area) {
        return teams.find(area).map(Team::hosts).orElse(List.of());
    }
}
