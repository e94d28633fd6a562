package org.bluelamp.gateway.access;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The number under which one request is followed through all services (W3C Trace Context). It begins here: what a
 * browser claims is not taken over.
 *
 * @param id 32 hexadecimal digits
 * @param span 16 hexadecimal digits
 */
record Trace(String id, String span) {

    static final String HEADER = "traceparent";

    private static final SecureRandom RANDOM = new SecureRandom();

    static Trace begin() {
        return new Trace(hexadecimal(16), hexadecimal(8));
    }

    String header() {
        return "00-" + id + "-" + span + "-01";
    }

    private static String hexadecimal(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
