package org.bluelamp.directory.postcode.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.bluelamp.directory.postcode.importing.PostcodeFiles.Part;
import org.bluelamp.directory.postcode.importing.PostcodeFormat.BadRow;
import org.bluelamp.directory.postcode.importing.PostcodeFormat.Origin;
import org.bluelamp.service.importing.ImportRefused;
import org.bluelamp.service.importing.Progress;

/** Reads the rows of all files of a table of postcodes, one after the other, and tells of those it leaves out. */
final class PostcodeReader {

    /** A file is known by so many of its records. */
    private static final int BEGINNING = 5;

    /** A field of a postcode file is short; a longer one is a quotation mark that nobody closed. */
    private static final int LONGEST_FIELD = 1 << 16;

    /** ONS ships its directory once as a whole and once cut up by area, in a folder of this name. */
    private static final String CUT_UP = "multi_csv";

    /** Fewer bad rows than this say nothing about the file. */
    private static final int FEW = 10;

    /** More than one bad row in so many, and the file is not what it seems. */
    private static final int BAD_IN = 10;

    private static final int LOOK_EVERY = 1_000;

    private final Path given;
    private final SequencedMap<Part, PostcodeFormat> formats;
    private final Progress progress;
    private final SeenPostcodes seen = new SeenPostcodes();
    private long rows;
    private long bad;
    private long nowhere;

    private PostcodeReader(Path given, SequencedMap<Part, PostcodeFormat> formats, Progress progress) {
        this.given = given;
        this.formats = formats;
        this.progress = progress;
    }

    /** Takes a row. */
    interface Taker {
        void take(PostcodeRow row) throws SQLException;
    }

    /** @throws ImportRefused when there is no table of postcodes among the files, or two different ones */
    static PostcodeReader of(Path given, PostcodeFiles files, Progress progress) {
        SequencedMap<Part, PostcodeFormat> known = new LinkedHashMap<>();
        List<String> passedBy = new ArrayList<>();
        for (Part part : files.parts()) {
            PostcodeFormat.of(beginning(part))
                    .ifPresentOrElse(format -> known.put(part, format), () -> passedBy.add(part.name()));
        }
        if (known.keySet().stream().anyMatch(part -> !isCutUp(part))) {
            List<Part> again =
                    known.keySet().stream().filter(PostcodeReader::isCutUp).toList();
            again.forEach(part -> passedBy.add(part.name()));
            again.forEach(known::remove);
        }
        if (known.isEmpty()) {
            throw new ImportRefused(
                    given + " holds no postcodes: neither an ONS Postcode Directory (a heading with pcds,"
                            + " lat and long) nor Code-Point Open (postcode, quality, easting, northing).");
        }
        if (known.values().stream().map(PostcodeFormat::origin).distinct().count() > 1) {
            throw new ImportRefused(
                    given + " holds both an ONS Postcode Directory and Code-Point Open: give one of them.");
        }
        passedBy.forEach(name -> progress.note("Passed by: " + name));
        return new PostcodeReader(given, known, progress);
    }

    private static boolean isCutUp(Part part) {
        return part.folder().endsWith(CUT_UP);
    }

    private static List<CsvRecord> beginning(Part part) {
        try (InputStream in = part.opener().open();
                CsvReader<CsvRecord> records = records(in)) {
            List<CsvRecord> first = new ArrayList<>();
            for (CsvRecord record : records) {
                first.add(record);
                if (first.size() == BEGINNING) {
                    break;
                }
            }
            if (first.isEmpty()) {
                throw new ImportRefused(part.name() + " is empty.");
            }
            return first;
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw unreadable(part, e);
        }
    }

    private static CsvReader<CsvRecord> records(InputStream in) {
        return CsvReader.builder()
                .maxBufferSize(LONGEST_FIELD)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .ofCsvRecord(in);
    }

    /** Where it all comes from. */
    Origin origin() {
        return formats.firstEntry().getValue().origin();
    }

    /**
     * Reads everything.
     *
     * @throws ImportRefused when a file breaks off, or too many rows are bad
     */
    void read(Taker taker) throws SQLException {
        long total = formats.keySet().stream().mapToLong(Part::bytes).sum();
        progress.stage("Reading " + given.getFileName(), total);
        long before = 0;
        for (Map.Entry<Part, PostcodeFormat> entry : formats.entrySet()) {
            read(entry.getKey(), entry.getValue(), before, taker);
            before += entry.getKey().bytes();
        }
        refuseWhenBad();
        if (nowhere > 0) {
            progress.note(String.format("%,d postcodes have no place in the file and are left out", nowhere));
        }
    }

    private void read(Part part, PostcodeFormat format, long before, Taker taker) throws SQLException {
        String where = formats.size() == 1 ? "line " : part.name() + ", line ";
        long line = 0;
        try (Counted in = new Counted(part.opener().open());
                CsvReader<CsvRecord> records = records(in)) {
            boolean heading = format.hasHeading();
            for (CsvRecord record : records) {
                line = record.getStartingLineNumber();
                if (heading) {
                    heading = false;
                    continue;
                }
                rows++;
                try {
                    take(format.read(record), where + line, taker);
                } catch (BadRow e) {
                    bad++;
                    progress.skipped(where + line, e.reason());
                }
                if (rows % LOOK_EVERY == 0) {
                    progress.done(before + in.count);
                    refuseWhenBad();
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw unreadable(part, line, e);
        }
    }

    private void take(PostcodeRow row, String where, Taker taker) throws SQLException {
        if (!seen.add(row.postcode())) {
            bad++;
            progress.skipped(where, "the postcode " + row.postcode() + " was there already; the first one counts");
        } else if (row.hasPlace()) {
            taker.take(row);
        } else {
            nowhere++;
        }
    }

    private void refuseWhenBad() {
        if (rows == 0) {
            throw new ImportRefused(given + " holds no rows.");
        }
        if (bad * 2 > rows || bad > FEW && bad * BAD_IN > rows) {
            throw new ImportRefused(
                    String.format("%s is refused: %,d of its first %,d rows are bad.", given, bad, rows));
        }
    }

    private static ImportRefused unreadable(Part part, Exception e) {
        return unreadable(part, 0, e);
    }

    private static ImportRefused unreadable(Part part, long line, Exception e) {
        if (e.getCause() instanceof ImportRefused refused) {
            return refused;
        }
        String reason = e.getMessage()
                + (e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")");
        return new ImportRefused(
                part.name() + " cannot be read" + (line > 0 ? " after line " + line : "") + ": " + reason + ".", e);
    }

    /** Says how far a file has been read. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
