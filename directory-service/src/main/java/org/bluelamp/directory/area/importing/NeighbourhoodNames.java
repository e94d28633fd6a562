package org.bluelamp.directory.area.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.directory.area.Area;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.importing.ImportRefused;

/** What a file may call the neighbourhoods of a force: the id of the national police data, the code, the name. */
final class NeighbourhoodNames {

    private final List<Map<String, Set<AreaCode>>> kinds;

    NeighbourhoodNames(List<Area> neighbourhoods) {
        Map<String, Set<AreaCode>> ids = new HashMap<>();
        Map<String, Set<AreaCode>> codes = new HashMap<>();
        Map<String, Set<AreaCode>> names = new HashMap<>();
        for (Area area : neighbourhoods) {
            String code = area.code().value();
            if (area.policeUkId() != null) {
                put(ids, area.policeUkId(), area);
            }
            put(codes, code, area);
            put(codes, code.substring(code.indexOf('/') + 1), area);
            put(codes, code.substring(code.lastIndexOf('/') + 1), area);
            put(names, area.name(), area);
        }
        kinds = List.of(ids, codes, names);
    }

    private static void put(Map<String, Set<AreaCode>> into, String name, Area area) {
        into.computeIfAbsent(plain(name), key -> new HashSet<>()).add(area.code());
    }

    /**
     * Whose boundary it is.
     *
     * @throws ImportRefused when what it is called fits more than one
     */
    Optional<AreaCode> find(GivenBoundary given) {
        for (String name : given.names()) {
            for (Map<String, Set<AreaCode>> kind : kinds) {
                Set<AreaCode> fitting = kind.getOrDefault(plain(name), Set.of());
                if (fitting.size() > 1) {
                    throw new ImportRefused(given.where() + " is called \"" + name + "\", and so are "
                            + String.join(
                                    " and ",
                                    fitting.stream()
                                            .map(AreaCode::value)
                                            .sorted()
                                            .toList())
                            + ": say by --id-property which property has their ids or codes.");
                }
                if (!fitting.isEmpty()) {
                    return Optional.of(fitting.iterator().next());
                }
            }
        }
        return Optional.empty();
    }

    /** Case, "&" for "and" and punctuation do not tell names apart. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^\\p{L}\\p{N}/]+", " ")
                .strip();
    }
}
