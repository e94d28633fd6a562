package org.bluelamp.directory.postcode.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import org.bluelamp.service.importing.ImportRefused;

/**
 * An entry of a zip while it is unpacked. It stops one that swells beyond what text does, and says so when what came out
 * is not what went in.
 */
final class UnpackedStream extends CheckedInputStream {

    /** Tables of postcodes shrink to a fifth or a tenth; a bomb to a thousandth. */
    private static final long MOST_SWELLING = 100;

    /** What is this small does no harm, however much it swells. */
    private static final long HARMLESS = 1_000_000;

    private static final long LARGEST = 4_000_000_000L;

    private final ZipEntry entry;
    private long count;

    UnpackedStream(InputStream in, ZipEntry entry) {
        super(in, new CRC32());
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        counted(next < 0 ? -1 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        counted(read);
        return read;
    }

    private void counted(int bytes) throws IOException {
        if (bytes < 0) {
            if (getChecksum().getValue() != entry.getCrc()) {
                throw new IOException("it is damaged: its checksum is wrong");
            }
            return;
        }
        count += bytes;
        if (count > LARGEST || count > HARMLESS && count > MOST_SWELLING * entry.getCompressedSize()) {
            throw new ImportRefused(entry.getName() + " swells from " + entry.getCompressedSize() + " to more than "
                    + count + " bytes, which no table of postcodes does.");
        }
    }
}
