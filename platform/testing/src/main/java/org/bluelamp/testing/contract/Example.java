package org.bluelamp.testing.contract;

import java.nio.charset.StandardCharsets;

/**
 * A golden example of an event's data: every consumer reads it, whatever else a producer may send.
 *
 * @param type the event's type
 * @param name what it shows, for example {@code minimal}
 * @param json the data
 */
public record Example(String type, String name, String json) {

    /** The data as it arrives from the broker. */
    public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** For the names of parameterised tests. */
    @Override
    public String toString() {
        return type + " (" + name + ")";
    }
}
