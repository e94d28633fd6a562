package org.bluelamp.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How events' data is written and read: times as ISO 8601 text, absent instead of null, unknown fields ignored. It does
 * not follow a service's own JSON settings, for what crosses between services must not change with them.
 */
public final class EventJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The data as JSON text. */
    public String write(Object data) {
        return mapper.writeValueAsString(data);
    }

    /**
     * The data in the consumer's shape.
     *
     * @throws UnreadableEvent when it is not JSON or does not fit
     */
    public <T> T read(byte[] json, Class<T> type) {
        try {
            T data = mapper.readValue(json, type);
            if (data == null) {
                throw new UnreadableEvent("An event's data is null: " + new String(json, StandardCharsets.UTF_8));
            }
            return data;
        } catch (JacksonException e) {
            throw new UnreadableEvent("Not the JSON of a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
