package org.bluelamp.feedback.submission.web;

import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.web.error.RefusedRequest;
import org.springframework.http.HttpStatus;

/** The header by which a program makes what it sends one, however often it is sent (IETF, Idempotency-Key draft). */
public final class IdempotencyKey {

    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    private IdempotencyKey() {}

    /**
     * The key that a program chose.
     *
     * @throws RefusedRequest when it is empty or too long
     */
    public static SubmissionKey read(String header) {
        if (header.isBlank() || header.length() > LONGEST) {
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST,
                    HEADER,
                    "Send a key of 1 to " + LONGEST + " characters, a new one for each thing that you send");
        }
        return SubmissionKey.ofClient(header);
    }
}
