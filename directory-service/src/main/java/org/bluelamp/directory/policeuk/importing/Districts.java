package org.bluelamp.directory.policeuk.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.service.importing.ImportRefused;

/** Which district a neighbourhood lies in, as a file says: the national police data knows no districts. */
final class Districts {

    /** Nobody says anything. */
    static final Districts NONE = new Districts(Map.of());

    private final Map<String, String> byId;

    private Districts(Map<String, String> byId) {
        this.byId = byId;
    }

    /**
     * Reads a CSV with the columns id and district, which is the district's name.
     *
     * @throws ImportRefused when it is none
     */
    static Districts read(Path file) {
        Map<String, String> byId = new HashMap<>();
        if (!Files.isRegularFile(file)) {
            throw new ImportRefused("There is no file " + file + ".");
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String id = row.findField("id").map(String::strip).orElse("");
                String district = Optional.ofNullable(
                                Texts.name(row.findField("district").orElse(null)))
                        .orElse("");
                String where = file.getFileName() + ", line " + row.getStartingLineNumber();
                if (id.isEmpty() || district.isEmpty()) {
                    throw new ImportRefused(where + " has no id or no district; the heading is: id,district.");
                }
                String other = byId.put(id, district);
                if (other != null && !other.equals(district)) {
                    throw new ImportRefused(where + ": " + id + " lies in " + other + " already.");
                }
            }
            return new Districts(byId);
        } catch (IOException | CsvParseException e) {
            throw new ImportRefused("The file " + file + " is no CSV that can be read: " + e.getMessage() + ".", e);
        }
    }

    /** The name of the district of a neighbourhood. */
    Optional<String> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
