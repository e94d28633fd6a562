package org.bluelamp.directory.team;

import java.util.stream.Stream;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.springframework.stereotype.Component;

/** Tells all teams again to a service that asks. */
@Component
class TeamSnapshot implements SnapshotSource {

    private final Teams teams;
    private final TeamRegister register;

    TeamSnapshot(Teams teams, TeamRegister register) {
        this.teams = teams;
        this.register = register;
    }

    @Override
    public Stream<OutgoingEvent> snapshot() {
        return register.announcements(teams.all()).stream();
    }
}
