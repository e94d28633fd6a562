package org.bluelamp.directory.policeuk.importing;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.directory.area.Area;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;

/**
 * Finds the code of each area that is told. A neighbourhood that is held stays where it is: it is known by its id, or
 * failing that by its name when it has no id yet. A new one goes into the district that the file names, else into the one
 * that stands for the whole force.
 */
final class Places {

    private static final String WHOLE = "all";
    private static final int LONGEST = 50;

    private final AreaCode force;
    private final String forceName;
    private final Districts districts;
    private final Map<String, Area> byId = new HashMap<>();
    private final Map<String, Area> byName = new HashMap<>();
    private final Map<String, AreaCode> districtsByName = new HashMap<>();
    private final Map<AreaCode, String> newDistricts = new LinkedHashMap<>();
    private final Set<AreaCode> taken = new HashSet<>();

    /** @param held the areas of the force, those of every kind */
    Places(AreaCode force, String forceName, Collection<Area> held, Districts districts) {
        this.force = force;
        this.forceName = forceName;
        this.districts = districts;
        for (Area area : held) {
            taken.add(area.code());
            if (area.kind() == AreaKind.DISTRICT) {
                districtsByName.put(plain(area.name()), area.code());
            } else if (area.policeUkId() != null) {
                byId.put(area.policeUkId(), area);
            } else if (area.kind() == AreaKind.NEIGHBOURHOOD) {
                byName.put(plain(area.name()), area);
            }
        }
    }

    /** The neighbourhood that is held, if it is. One is found once by its name. */
    Optional<Area> held(String id, String name) {
        Area known = byId.get(id);
        return Optional.ofNullable(known != null ? known : byName.remove(plain(name)));
    }

    /** The code of one that is not held. */
    AreaCode next(String id, String name) {
        AreaCode district = districts.of(id).map(this::district).orElseGet(this::whole);
        String slug = slug(name, id);
        AreaCode code = new AreaCode(district + "/" + slug);
        for (int n = 2; taken.contains(code); n++) {
            code = new AreaCode(district + "/" + slug + "-" + n);
        }
        taken.add(code);
        return code;
    }

    /** Whether the file wants it in another district than it is in. */
    Optional<String> elsewhere(String id, AreaCode code) {
        return districts.of(id).filter(name -> {
            AreaCode district = districtsByName.get(plain(name));
            return district == null || !district.covers(code);
        });
    }

    /** The names of districts that are not held and are needed now, by code. */
    Map<AreaCode, String> newDistricts() {
        return newDistricts;
    }

    private AreaCode district(String name) {
        return districtsByName.computeIfAbsent(plain(name), key -> {
            String slug = slug(name, "district");
            AreaCode code = new AreaCode(force + "/" + slug);
            for (int n = 2; taken.contains(code); n++) {
                code = new AreaCode(force + "/" + slug + "-" + n);
            }
            return added(code, name);
        });
    }

    private AreaCode whole() {
        AreaCode code = new AreaCode(force + "/" + WHOLE);
        return taken.contains(code) ? code : added(code, forceName);
    }

    private AreaCode added(AreaCode code, String name) {
        taken.add(code);
        newDistricts.put(code, name);
        return code;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** What stands for a name in an address, or for its id when nothing of the name can. */
    private static String slug(String name, String id) {
        String slug = words(name);
        if (slug.isEmpty()) {
            slug = words(id);
        }
        return slug.isEmpty() ? "area" : slug;
    }

    private static String words(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("['’\\p{M}]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST).replaceAll("-$", "");
    }
}
