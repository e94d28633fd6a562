package org.bluelamp.feedback.cases.web;

import java.net.URI;
import org.bluelamp.feedback.qr.QrCode;
import org.bluelamp.feedback.submission.Reference;

/**
 * That a conversation or a paper form is kept.
 *
 * @param reference how to speak of it
 * @param link where the person follows it; shown here and never again
 */
public record RecordedPage(Reference reference, URI link) {

    /** The link as a telephone reads it from the screen. */
    public QrCode code() {
        return QrCode.of(link.toString());
    }

    /** Where the case is. */
    public String path() {
        return CaseFrames.path(reference);
    }
}
