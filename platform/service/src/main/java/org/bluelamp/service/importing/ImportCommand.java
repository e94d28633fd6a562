package org.bluelamp.service.importing;

/**
 * Something that {@code bluelamp import NAME} can bring in. Beans of this type are found by their name; each lies in the
 * feature whose facts it brings.
 *
 * <p>An import is all or nothing where its file is at fault, and goes on where only a row is: that row is told through
 * {@link Progress#skipped} and left out.
 */
public interface ImportCommand {

    /** What people type, for example {@code postcodes}. */
    String name();

    /** What it brings in, in one line of help. */
    String purpose();

    /** What may stand behind its name. */
    Parameters parameters();

    /**
     * Imports.
     *
     * @param arguments as {@link #parameters} allows them
     * @throws ImportRefused when nothing was changed, because of what was given
     */
    ImportSummary run(Arguments arguments, Progress progress);
}
