package org.bluelamp.directory.policeuk.importing;

import java.util.List;
import java.util.Map;
import org.bluelamp.directory.area.AreaDescription;
import org.bluelamp.directory.meeting.MeetingDescription;
import org.bluelamp.directory.policeuk.PoliceData.Officer;
import org.bluelamp.directory.priority.ImportedPriority;
import org.bluelamp.directory.station.StationDescription;
import org.bluelamp.directory.team.TeamDescription;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a source tells, as our registers take it. An area without an entry in a map keeps what is held.
 *
 * @param seniors null when they could not be read
 */
record Translated(
        List<AreaDescription> areas,
        @Nullable List<Officer> seniors,
        List<TeamDescription> teams,
        Map<AreaCode, List<StationDescription>> stations,
        Map<AreaCode, List<MeetingDescription>> meetings,
        Map<AreaCode, List<ImportedPriority>> priorities) {}
