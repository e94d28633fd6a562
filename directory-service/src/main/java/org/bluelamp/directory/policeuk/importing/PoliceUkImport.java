package org.bluelamp.directory.policeuk.importing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.directory.DirectoryProperties;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaDescription;
import org.bluelamp.directory.area.AreaRegister;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.history.Change;
import org.bluelamp.directory.history.History;
import org.bluelamp.directory.meeting.MeetingRegister;
import org.bluelamp.directory.policeuk.PoliceData.Point;
import org.bluelamp.directory.policeuk.PoliceUkAnswers;
import org.bluelamp.directory.policeuk.SeniorOfficers;
import org.bluelamp.directory.priority.ImportedPriorities;
import org.bluelamp.directory.source.Source;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.directory.station.StationRegister;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.TeamDescription;
import org.bluelamp.directory.team.TeamRegister;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.importing.Arguments;
import org.bluelamp.service.importing.ImportCommand;
import org.bluelamp.service.importing.ImportRefused;
import org.bluelamp.service.importing.ImportSummary;
import org.bluelamp.service.importing.ImportSummary.Counts;
import org.bluelamp.service.importing.Parameters;
import org.bluelamp.service.importing.Parameters.Option;
import org.bluelamp.service.importing.Progress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings in a force with its neighbourhoods, their teams, stations, meetings and priorities, from JSON as data.police.uk
 * publishes it. First everything is read, which may be broken off and goes on where it was; then everything is written in
 * one transaction, or nothing. A dry run writes all the same and takes it back, so it finds what the real one would.
 */
@Component
class PoliceUkImport implements ImportCommand {

    private static final String NATIONAL = "https://data.police.uk/api";

    /** Quoted as section "you must" of the licence asks. */
    private static final String NOTICE =
            "Contains public sector information from data.police.uk, licensed under the Open Government Licence v3.0.";

    private static final Option FRESH = Option.flag("fresh", "forget what an import that broke off has read");
    private static final int CHANGES_LOOKED_AT = 1_000;

    private final Areas areas;
    private final AreaRegister areaRegister;
    private final Teams teams;
    private final TeamRegister teamRegister;
    private final StationRegister stationRegister;
    private final MeetingRegister meetingRegister;
    private final ImportedPriorities priorities;
    private final SeniorOfficers seniors;
    private final PoliceUkAnswers answers;
    private final History history;
    private final Sources sources;
    private final DirectoryProperties properties;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Path folder;
    private final Duration firstPause;

    PoliceUkImport(
            Areas areas,
            AreaRegister areaRegister,
            Teams teams,
            TeamRegister teamRegister,
            StationRegister stationRegister,
            MeetingRegister meetingRegister,
            ImportedPriorities priorities,
            SeniorOfficers seniors,
            PoliceUkAnswers answers,
            History history,
            Sources sources,
            DirectoryProperties properties,
            JsonMapper json,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${bluelamp.import.work:${bluelamp.import.reports:${java.io.tmpdir}}}") Path folder,
            @Value("${bluelamp.import.first-pause:1s}") Duration firstPause) {
        this.areas = areas;
        this.areaRegister = areaRegister;
        this.teams = teams;
        this.teamRegister = teamRegister;
        this.stationRegister = stationRegister;
        this.meetingRegister = meetingRegister;
        this.priorities = priorities;
        this.seniors = seniors;
        this.answers = answers;
        this.history = history;
        this.sources = sources;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = folder;
        this.firstPause = firstPause;
    }

    @Override
    public String name() {
        return "police-uk";
    }

    @Override
    public String purpose() {
        return "A force with its neighbourhoods, teams, stations, meetings and priorities, as data.police.uk tells of it.";
    }

    @Override
    public Parameters parameters() {
        return Parameters.of()
                .with(Option.required("force", "ID", "the force's id there, for example hertfordshire"))
                .with(Option.optional("from", "URL|FOLDER", "where the same JSON is; else " + NATIONAL))
                .with(Option.optional("districts", "FILE", "CSV id,district: in which district each new one lies"))
                .with(Parameters.DRY_RUN)
                .with(FRESH);
    }

    @Override
    public ImportSummary run(Arguments arguments, Progress progress) {
        AreaCode force = force(arguments.option("force"));
        String from = arguments.find("from").orElse(NATIONAL);
        Districts districts =
                arguments.find("districts").map(Path::of).map(Districts::read).orElse(Districts.NONE);
        Optional<KeptAnswers> kept = from.matches("(?i)https?://.*")
                ? Optional.of(new KeptAnswers(
                        new HttpAnswers(from, firstPause, clock),
                        KeptAnswers.folder(folder, from, force.value()),
                        clock))
                : Optional.empty();
        if (arguments.has(FRESH.name())) {
            kept.ifPresent(KeptAnswers::forget);
        }
        Answers source = kept.isPresent() ? kept.get() : new FolderAnswers(Path.of(from));
        ForceData told = new ForceReader(source, progress).read(force.value());
        progress.stage("Comparing and writing", 0);
        ImportSummary summary = Objects.requireNonNull(
                transaction.execute(status -> write(force, told, districts, arguments.dryRun(), progress, status)));
        if (!arguments.dryRun()) {
            kept.ifPresent(KeptAnswers::forget);
        }
        return summary;
    }

    private static AreaCode force(String id) {
        try {
            AreaCode code = new AreaCode(id);
            if (AreaKind.of(code) == AreaKind.FORCE) {
                return code;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new ImportRefused("\"" + id + "\" is no force's id: it is of lower-case letters, digits and hyphens.");
    }

    private ImportSummary write(
            AreaCode force,
            ForceData told,
            Districts districts,
            boolean dryRun,
            Progress progress,
            TransactionStatus status) {
        List<Area> held = held(force);
        String source = "police-uk-" + force;
        Translated all = new Translation(
                        force, source, properties.teamLabel(), held, districts, new FromHistory(), progress)
                .translate(told);
        Map<String, JsonNode> before = snapshot(force);
        sources.put(new Source(source, NOTICE, false, clock.instant()));
        ImportSummary summary = ImportSummary.of(dryRun);
        try {
            for (Map.Entry<String, Counts> part : put(force, source, all, held).entrySet()) {
                summary = summary.with(part.getKey(), part.getValue());
            }
        } catch (IllegalArgumentException e) {
            throw new ImportRefused(e.getMessage() + ".", e);
        }
        Differences.between(before, snapshot(force)).forEach(progress::note);
        tellOfMissing(held, told, progress);
        if (dryRun) {
            status.setRollbackOnly();
        }
        return summary;
    }

    private Map<String, Counts> put(AreaCode force, String source, Translated all, List<Area> held) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        Set<AreaCode> knownAreas = new HashSet<>();
        held.forEach(area -> knownAreas.add(area.code()));
        Set<AreaCode> told = new HashSet<>();
        all.areas().stream().map(AreaDescription::code).forEach(told::add);
        Set<AreaCode> changedAreas = new HashSet<>(areaRegister.put(all.areas()));
        // Others are only drawn anew, because a neighbour's border moved.
        changedAreas.retainAll(told);
        counts.put("areas", counts(changedAreas, knownAreas, told.size()));

        Set<AreaCode> knownTeams = new HashSet<>();
        all.teams().stream()
                .map(TeamDescription::area)
                .filter(area -> teams.find(area).isPresent())
                .forEach(knownTeams::add);
        counts.put(
                "teams",
                counts(teamRegister.put(all.teams()), knownTeams, all.teams().size()));
        int stations = 0;
        for (var area : all.stations().entrySet()) {
            stations += stationRegister.put(area.getKey(), area.getValue(), source) ? 1 : 0;
        }
        counts.put("lists of stations", changed(stations, all.stations().size()));
        int meetings = 0;
        int entries = 0;
        for (var area : all.meetings().entrySet()) {
            meetings +=
                    meetingRegister.put(area.getKey(), area.getValue(), source).size();
            entries += area.getValue().size();
        }
        counts.put("meetings", changed(meetings, Math.max(entries, meetings)));
        int lists = 0;
        for (var area : all.priorities().entrySet()) {
            lists += priorities.put(area.getKey(), area.getValue(), source) ? 1 : 0;
        }
        counts.put("lists of priorities", changed(lists, all.priorities().size()));
        if (all.seniors() != null) {
            counts.put("lists of senior officers", changed(seniors.put(force, all.seniors(), source) ? 1 : 0, 1));
        }
        return counts;
    }

    private static Counts counts(Collection<AreaCode> changed, Set<AreaCode> known, int told) {
        long added = changed.stream().filter(code -> !known.contains(code)).count();
        return new Counts(added, changed.size() - added, 0, told - changed.size());
    }

    private static Counts changed(int changed, int told) {
        return new Counts(0, changed, 0, told - changed);
    }

    private List<Area> held(AreaCode force) {
        List<Area> held = new ArrayList<>();
        areas.find(force).ifPresent(held::add);
        held.addAll(areas.all(AreaKind.DISTRICT, force));
        held.addAll(areas.all(AreaKind.NEIGHBOURHOOD, force));
        return held;
    }

    /** What is told no more stays: its team may only have been left out this time, and its page is linked to. */
    private static void tellOfMissing(List<Area> held, ForceData told, Progress progress) {
        Set<String> ids = new HashSet<>();
        told.neighbourhoods().forEach(one -> ids.add(one.id()));
        held.stream()
                .filter(area -> area.policeUkId() != null && !ids.contains(area.policeUkId()))
                .forEach(area -> progress.note(area.code() + " is told of no more, and stays as it is"));
    }

    /** What our own interface would answer of the force now. */
    private Map<String, JsonNode> snapshot(AreaCode code) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        areas.find(code).ifPresent(force -> {
            all.put(force.name(), json.valueToTree(answers.force(force)));
            all.put(force.name() + ", people", json.valueToTree(answers.seniors(force)));
        });
        for (Area area : areas.all(AreaKind.NEIGHBOURHOOD, code)) {
            String id = PoliceUkAnswers.id(area);
            all.put(id, json.valueToTree(answers.neighbourhood(area)));
            answers.boundary(area).ifPresent(ring -> all.put(id + ", boundary", json.valueToTree(size(ring))));
            all.put(id + ", people", json.valueToTree(answers.people(area)));
            all.put(id + ", events", json.valueToTree(answers.events(area)));
            all.put(id + ", priorities", json.valueToTree(answers.priorities(area)));
        }
        return all;
    }

    /** A line in place of a thousand points: how many they are, and a number that moves with each of them. */
    private static String size(List<Point> ring) {
        return ring.size() + " points (" + Integer.toHexString(ring.hashCode()) + ")";
    }

    /** What staff changed here, as the history has it. */
    private final class FromHistory implements Translation.Edited {

        private final Map<AreaCode, List<Change>> read = new HashMap<>();

        @Override
        public boolean texts(AreaCode area) {
            return byStaff(area, "area");
        }

        @Override
        public boolean team(AreaCode area) {
            return byStaff(area, "team");
        }

        @Override
        public Optional<TeamDescription> heldTeam(AreaCode area) {
            return teams.find(area).map(Team::described);
        }

        private boolean byStaff(AreaCode area, String subject) {
            return read.computeIfAbsent(area, code -> history.of(code, Long.MAX_VALUE, CHANGES_LOOKED_AT)).stream()
                    .anyMatch(change -> change.subject().equals(subject) && change.changedBy() != null);
        }
    }
}
