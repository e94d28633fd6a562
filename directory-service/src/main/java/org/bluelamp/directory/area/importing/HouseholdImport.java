package org.bluelamp.directory.area.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaRegister;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.importing.Arguments;
import org.bluelamp.service.importing.ImportCommand;
import org.bluelamp.service.importing.ImportRefused;
import org.bluelamp.service.importing.ImportSummary;
import org.bluelamp.service.importing.ImportSummary.Counts;
import org.bluelamp.service.importing.Parameters;
import org.bluelamp.service.importing.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says how many households neighbourhoods have, which no published source tells for the areas of police teams: a force
 * adds up its council's or census figures. A row with a fault is left out. A dry run does all of it and takes it back.
 */
@Component
class HouseholdImport implements ImportCommand {

    /** More than any neighbourhood has; what is larger is a slip. */
    private static final int MOST = 1_000_000;

    private final Areas areas;
    private final AreaRegister register;
    private final TransactionTemplate transaction;

    HouseholdImport(Areas areas, AreaRegister register, PlatformTransactionManager transactions) {
        this.areas = areas;
        this.register = register;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "households";
    }

    @Override
    public String purpose() {
        return "How many households neighbourhoods have, from a CSV with the columns code and households.";
    }

    @Override
    public Parameters parameters() {
        return Parameters.of("FILE").with(Parameters.DRY_RUN);
    }

    @Override
    public ImportSummary run(Arguments arguments, Progress progress) {
        Path file = arguments.file(0);
        progress.stage("Reading " + file.getFileName(), 0);
        Map<AreaCode, Area> known =
                areas.all(AreaKind.NEIGHBOURHOOD).stream().collect(Collectors.toMap(Area::code, Function.identity()));
        Map<AreaCode, Integer> households = read(file, known, progress);
        if (households.isEmpty()) {
            throw new ImportRefused("The file " + file + " has no row that can be used.");
        }
        progress.stage(arguments.dryRun() ? "Trying them" : "Putting them in place", 0);
        households.forEach((code, number) -> {
            Integer held = held(known, code);
            if (held == null || held.intValue() != number) {
                progress.note(code + ": " + (held == null ? "not known" : held) + " becomes " + number);
            }
        });
        long added = households.keySet().stream()
                .filter(code -> held(known, code) == null)
                .count();
        Integer changed = transaction.execute(status -> {
            int written = register.count(households).size();
            if (arguments.dryRun()) {
                status.setRollbackOnly();
            }
            return written;
        });
        long different = changed == null ? 0 : changed;
        return ImportSummary.of(arguments.dryRun())
                .with("neighbourhoods", new Counts(added, different - added, 0, households.size() - different));
    }

    private static Map<AreaCode, Integer> read(Path file, Map<AreaCode, Area> known, Progress progress) {
        Map<AreaCode, Integer> households = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String code = row.findField("code").map(String::strip).orElse("");
                String number = row.findField("households").map(String::strip).orElse("");
                String where = file.getFileName() + ", line " + row.getStartingLineNumber();
                AreaCode area = code(code);
                if (area == null || !known.containsKey(area)) {
                    progress.skipped(where, "\"" + code + "\" is the code of no neighbourhood here");
                } else if (!number.matches("\\d{1,7}") || Integer.parseInt(number) > MOST) {
                    progress.skipped(where, "\"" + number + "\" is no number of households");
                } else if (households.putIfAbsent(area, Integer.parseInt(number)) != null) {
                    progress.skipped(where, code + " stands there twice");
                }
            }
            return households;
        } catch (IOException | CsvParseException e) {
            throw new ImportRefused("The file " + file + " is no CSV that can be read: " + e.getMessage() + ".", e);
        }
    }

    private static @Nullable AreaCode code(String typed) {
        try {
            return new AreaCode(typed);
        } catch (IllegalArgumentException noCode) {
            return null;
        }
    }

    private static @Nullable Integer held(Map<AreaCode, Area> known, AreaCode code) {
        Area area = known.get(code);
        return area == null ? null : area.households();
    }
}
