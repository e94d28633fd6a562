package org.bluelamp.feedback.voice;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * {@code alerts.voices.admitted}: codes that alerts-service has sent for a round.
 *
 * @param round the round
 * @param hashes by what the codes are known, as hexadecimal digits
 */
record VoicesAdmitted(UUID round, List<String> hashes) {

    static final String TYPE = "alerts.voices.admitted";

    /** @throws IllegalArgumentException when one is no hash */
    List<byte[]> bytes() {
        return hashes.stream().map(HexFormat.of()::parseHex).toList();
    }
}
