package org.bluelamp.directory.policeuk.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.directory.policeuk.PoliceData.Event;
import org.bluelamp.directory.policeuk.PoliceData.Force;
import org.bluelamp.directory.policeuk.PoliceData.Named;
import org.bluelamp.directory.policeuk.PoliceData.Neighbourhood;
import org.bluelamp.directory.policeuk.PoliceData.Officer;
import org.bluelamp.directory.policeuk.PoliceData.Point;
import org.bluelamp.directory.policeuk.PoliceData.Priority;
import org.bluelamp.directory.policeuk.importing.ForceData.NeighbourhoodData;
import org.bluelamp.service.importing.ImportRefused;
import org.bluelamp.service.importing.Progress;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads all that a source tells of a force. A neighbourhood that cannot be read is told and left out. */
final class ForceReader {

    private static final TypeReference<List<Named>> NAMED = new TypeReference<>() {};
    private static final TypeReference<List<Officer>> OFFICERS = new TypeReference<>() {};
    private static final TypeReference<List<Point>> POINTS = new TypeReference<>() {};
    private static final TypeReference<List<Event>> EVENTS = new TypeReference<>() {};
    private static final TypeReference<List<Priority>> PRIORITIES = new TypeReference<>() {};
    private static final TypeReference<Force> FORCE = new TypeReference<>() {};
    private static final TypeReference<Neighbourhood> NEIGHBOURHOOD = new TypeReference<>() {};

    private static final int PARTS = 5;

    private final Answers answers;
    private final Progress progress;
    private int done;

    ForceReader(Answers answers, Progress progress) {
        this.answers = answers;
        this.progress = progress;
    }

    /** @throws ImportRefused when there is no such force, or nobody answers */
    ForceData read(String id) {
        progress.stage("Reading the force", 0);
        Force force = told(List.of("forces", id), FORCE)
                .orElseThrow(() -> new ImportRefused("The source tells of no force " + id + "."));
        List<Officer> seniors = list(List.of("forces", id, "people"), OFFICERS);
        List<Named> listed = told(List.of(id, "neighbourhoods"), NAMED)
                .orElseThrow(() -> new ImportRefused("The source has no list of neighbourhoods of " + id + "."));
        progress.stage("Reading " + listed.size() + " neighbourhoods", (long) listed.size() * PARTS);
        done = 0;
        List<NeighbourhoodData> neighbourhoods = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Named named : listed) {
            neighbourhood(id, named, ids).ifPresent(neighbourhoods::add);
        }
        return new ForceData(force, seniors, neighbourhoods);
    }

    private Optional<NeighbourhoodData> neighbourhood(String force, Named named, Set<String> ids) {
        String id = named.id();
        if (id == null || id.isBlank() || id.equals(".") || id.equals("..")) {
            progress.skipped(force + "/neighbourhoods", "\"" + named.name() + "\" has no id that can be asked for");
            return Optional.empty();
        }
        if (!ids.add(id)) {
            progress.skipped(force + "/neighbourhoods", "The id " + id + " is there twice");
            return Optional.empty();
        }
        Neighbourhood described;
        try {
            described = told(List.of(force, id), NEIGHBOURHOOD).orElse(null);
        } catch (ImportRefused noJson) {
            if (!(noJson.getCause() instanceof JacksonException)) {
                throw noJson;
            }
            progress.skipped(force + "/" + id, Objects.toString(noJson.getMessage()));
            done += PARTS - 1;
            return Optional.empty();
        }
        if (described == null) {
            progress.skipped(force + "/" + id, "It is listed, but nothing is told of it");
            done += PARTS - 1;
            return Optional.empty();
        }
        return Optional.of(new NeighbourhoodData(
                id,
                described.name() == null || described.name().isBlank()
                        ? renamed(described, Objects.requireNonNullElse(named.name(), ""))
                        : described,
                list(List.of(force, id, "boundary"), POINTS),
                list(List.of(force, id, "people"), OFFICERS),
                list(List.of(force, id, "events"), EVENTS),
                list(List.of(force, id, "priorities"), PRIORITIES)));
    }

    private static Neighbourhood renamed(Neighbourhood told, String name) {
        return new Neighbourhood(
                told.id(),
                name,
                told.description(),
                told.url_force(),
                told.population(),
                told.centre(),
                told.contact_details(),
                told.links(),
                told.locations());
    }

    /** A list, or null where there is none that can be read. */
    private <T> @Nullable List<T> list(List<String> path, TypeReference<List<T>> type) {
        try {
            List<T> list = told(path, type).orElse(null);
            if (list != null && list.stream().anyMatch(Objects::isNull)) {
                progress.skipped(String.join("/", path), "The list holds null in the place of an entry");
                return list.stream().filter(Objects::nonNull).toList();
            }
            return list;
        } catch (ImportRefused noJson) {
            if (!(noJson.getCause() instanceof JacksonException)) {
                throw noJson;
            }
            progress.skipped(String.join("/", path), noJson.getMessage() + " What is held of it stays");
            return null;
        }
    }

    private <T> Optional<T> told(List<String> path, TypeReference<T> type) {
        Optional<byte[]> answer = answers.read(path);
        progress.done(++done);
        try {
            return answer.map(json -> JsonMapper.shared().readValue(json, type));
        } catch (JacksonException e) {
            throw new ImportRefused(
                    "What is told at " + String.join("/", path) + " has not the form of the national police data: "
                            + e.getOriginalMessage() + ".",
                    e);
        }
    }
}
