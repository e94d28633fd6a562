package org.bluelamp.directory.area.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaRegister;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.geo.BadBoundary;
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
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the neighbourhoods of one force the boundaries of a file, all or none. Postcodes that change their neighbourhood
 * by that, and everybody who listens, follow through {@link AreaRegister}. A dry run does all of it and then takes it
 * back, so it finds what the real one would.
 */
@Component
class BoundaryImport implements ImportCommand {

    private static final double KILOMETRES_PER_DEGREE = 111.2;

    private final Areas areas;
    private final AreaRegister register;
    private final TransactionTemplate transaction;

    BoundaryImport(Areas areas, AreaRegister register, PlatformTransactionManager transactions) {
        this.areas = areas;
        this.register = register;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "boundaries";
    }

    @Override
    public String purpose() {
        return "Boundaries of a force's neighbourhoods, from KML or GeoJSON: a file, or a folder with one for each.";
    }

    @Override
    public Parameters parameters() {
        return Parameters.of("FILE")
                .with(Option.required("force", "ID", "code of the force, for example hertfordshire"))
                .with(Option.optional("id-property", "NAME", "what says whose a boundary is; else id, code or name"))
                .with(Parameters.DRY_RUN);
    }

    @Override
    public ImportSummary run(Arguments arguments, Progress progress) {
        Path given = arguments.file(0);
        AreaCode force = force(arguments.option("force"));
        progress.stage("Reading " + given.getFileName(), 0);
        List<GivenBoundary> boundaries = BoundaryFiles.read(given, arguments.find("id-property"));
        Map<AreaCode, Geometry> matched = matched(boundaries, neighbourhoods(force));
        progress.stage("Comparing " + matched.size() + " boundaries", 0);
        Map<AreaCode, Geometry> different = different(matched, progress);
        long added = different.keySet().stream()
                .filter(code -> areas.boundary(code).isEmpty())
                .count();
        progress.stage(arguments.dryRun() ? "Trying them" : "Putting them in place", 0);
        transaction.executeWithoutResult(status -> {
            put(different);
            if (arguments.dryRun()) {
                status.setRollbackOnly();
            }
        });
        return ImportSummary.of(arguments.dryRun())
                .with("boundaries", new Counts(added, different.size() - added, 0, matched.size() - different.size()));
    }

    private AreaCode force(String id) {
        try {
            AreaCode code = new AreaCode(id);
            if (AreaKind.of(code) == AreaKind.FORCE && areas.find(code).isPresent()) {
                return code;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new ImportRefused("There is no force " + id + " here.");
    }

    private List<Area> neighbourhoods(AreaCode force) {
        return areas.all(AreaKind.NEIGHBOURHOOD).stream()
                .filter(area -> force.covers(area.code()))
                .toList();
    }

    private static Map<AreaCode, Geometry> matched(List<GivenBoundary> boundaries, List<Area> neighbourhoods) {
        NeighbourhoodNames names = new NeighbourhoodNames(neighbourhoods);
        Map<AreaCode, Geometry> matched = new LinkedHashMap<>();
        Map<AreaCode, GivenBoundary> by = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (GivenBoundary given : boundaries) {
            names.find(given)
                    .ifPresentOrElse(
                            code -> {
                                GivenBoundary first = by.put(code, given);
                                if (first != null) {
                                    throw new ImportRefused(
                                            first.where() + " and " + given.where() + " are both for " + code + ".");
                                }
                                matched.put(code, given.boundary());
                            },
                            () -> unknown.add(given.where()));
        }
        if (!unknown.isEmpty()) {
            throw new ImportRefused(
                    "No neighbourhood has the id, code or name of: " + String.join("; ", unknown) + ".");
        }
        return matched;
    }

    private Map<AreaCode, Geometry> different(Map<AreaCode, Geometry> matched, Progress progress) {
        Map<AreaCode, Geometry> different = new LinkedHashMap<>();
        matched.forEach((code, next) -> {
            Geometry held = areas.boundary(code).orElse(null);
            if (held == null) {
                progress.note(code + ": new, " + size(next));
                different.put(code, next);
            } else if (!held.norm().equalsExact(next.norm())) {
                progress.note(code + ": " + size(held) + " becomes " + size(next));
                different.put(code, next);
            }
        });
        return different;
    }

    private void put(Map<AreaCode, Geometry> different) {
        try {
            register.redraw(different);
        } catch (BadBoundary e) {
            throw new ImportRefused(e.getMessage() + ".", e);
        }
    }

    /** For example "12.4 km², 1,034 points". */
    private static String size(Geometry boundary) {
        double shrink = Math.cos(Math.toRadians(boundary.getEnvelopeInternal().centre().y));
        double area = boundary.getArea() * KILOMETRES_PER_DEGREE * KILOMETRES_PER_DEGREE * shrink;
        return String.format(Locale.UK, "%,.1f km², %,d points", area, boundary.getNumPoints());
    }
}
