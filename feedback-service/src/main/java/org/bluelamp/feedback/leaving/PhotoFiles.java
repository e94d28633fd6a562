package org.bluelamp.feedback.leaving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * The photos of concerns as they are taken along: a line for each in {@code photo.jsonl}, with its digest as the database
 * makes it, and then a file for each. So the signature holds for every photo though none is held longer than it takes to
 * write it; both are of the same moment. ADR 0243.
 */
@Component
class PhotoFiles {

    /** The file that says which there are. */
    static final String LIST = "photo.jsonl";

    /** Few, for a row is a whole photo. */
    private static final int FETCHED_AT_ONCE = 2;

    /** What waits under a form that nobody has sent is no concern's. */
    private static final String OF_CONCERNS = """
              from photo p
              join concern c on c.id = p.concern_id
             order by p.id""";

    private final JdbcTemplate jdbc;

    PhotoFiles(JdbcTemplate jdbc) {
        this.jdbc = FullExport.fetching(jdbc, FETCHED_AT_ONCE);
    }

    /** A line for each photo. */
    void list(Consumer<String> lines) {
        jdbc.query("""
                select jsonb_build_object(
                           'id', p.id, 'concern_id', c.id, 'concern', c.reference, 'kept_at', p.kept_at,
                           'file', 'photos/' || p.id || '.jpg', 'bytes', octet_length(p.image),
                           'sha256', encode(sha256(p.image), 'hex'))::text
                """ + OF_CONCERNS, (RowCallbackHandler) row -> lines.accept(row.getString(1)));
    }

    /** The photos themselves, which do not get smaller. */
    void write(ZipOutputStream zip) {
        zip.setLevel(Deflater.NO_COMPRESSION);
        jdbc.query("select 'photos/' || p.id || '.jpg' as file, p.image" + OF_CONCERNS, (RowCallbackHandler) row -> {
            try (InputStream image = row.getBinaryStream("image")) {
                zip.putNextEntry(new ZipEntry(row.getString("file")));
                image.transferTo(zip);
                zip.closeEntry();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    }
}
