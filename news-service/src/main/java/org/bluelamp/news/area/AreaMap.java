package org.bluelamp.news.area;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.area.HomeForce;

/** The known areas at one moment, by code and by who lies in whom. */
public class AreaMap {

    private final Map<AreaCode, Area> byCode = new LinkedHashMap<>();

    /** A map of areas; lists keep the order given. */
    public AreaMap(Collection<Area> areas) {
        areas.forEach(area -> byCode.put(area.code(), area));
    }

    /** The area with the code, if it is known. */
    public Optional<Area> find(AreaCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The code of a known area from text that anybody may have typed. */
    public Optional<AreaCode> parse(String text) {
        return byCode.keySet().stream()
                .filter(code -> code.value().equals(text))
                .findFirst();
    }

    /** What is known of one force alone. */
    public AreaMap of(HomeForce force) {
        return new AreaMap(
                byCode.values().stream().filter(area -> force.has(area.code())).toList());
    }

    /** The force or forces. */
    public List<Area> forces() {
        return ofKind(AreaKind.FORCE).toList();
    }

    /** The districts. */
    public List<Area> districts() {
        return ofKind(AreaKind.DISTRICT).toList();
    }

    /** The neighbourhoods of a district. */
    public List<Area> neighbourhoodsIn(Area district) {
        return ofKind(AreaKind.NEIGHBOURHOOD)
                .filter(area -> district.code().covers(area.code()))
                .toList();
    }

    /** The areas with the codes, in the codes' order; one not yet known gets a name made from its code. */
    public List<Area> named(Collection<AreaCode> codes) {
        return codes.stream().map(this::named).toList();
    }

    /** The area with the code; one not yet known gets a name made from its code. */
    public Area named(AreaCode code) {
        Area known = byCode.get(code);
        return known != null ? known : guessed(code);
    }

    /**
     * How many households live in the areas together; empty when a part of the sum is not known, as it would mislead.
     * The directory counts them by neighbourhood.
     */
    public OptionalLong householdsIn(Collection<AreaCode> codes) {
        List<Area> inside = ofKind(AreaKind.NEIGHBOURHOOD)
                .filter(area -> codes.stream().anyMatch(code -> code.covers(area.code())))
                .toList();
        boolean known =
                !inside.isEmpty() && inside.stream().map(Area::households).allMatch(OptionalLong::isPresent);
        return known
                ? OptionalLong.of(inside.stream()
                        .mapToLong(area -> area.households().orElseThrow())
                        .sum())
                : OptionalLong.empty();
    }

    private Stream<Area> ofKind(AreaKind kind) {
        return byCode.values().stream().filter(area -> area.kind() == kind);
    }

    private static Area guessed(AreaCode code) {
        String[] segments = code.value().split("/");
        String name = Arrays.stream(segments[segments.length - 1].split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("and") ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
        return new Area(code, AreaKind.of(code), name, OptionalLong.empty());
    }
}
