package org.bluelamp.directory.area;

import java.util.List;
import org.bluelamp.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Data of the event {@code directory.area.changed}.
 *
 * @param boundary simplified, GeoJSON geometry
 */
record AreaChanged(
        String code,
        String kind,
        String name,
        @Nullable String parent,
        String label,
        @Nullable JsonNode boundary,
        Contact contact,
        List<SocialAccount> socialAccounts,
        @Nullable Integer households) {

    static final String TYPE = "directory.area.changed";

    static OutgoingEvent of(Area area, @Nullable JsonNode outline) {
        return new OutgoingEvent(
                TYPE,
                area.code().value(),
                area.version(),
                new AreaChanged(
                        area.code().value(),
                        area.kind().word(),
                        area.name(),
                        area.parent() == null ? null : area.parent().value(),
                        area.label(),
                        outline,
                        area.contact(),
                        area.socialAccounts(),
                        area.households()));
    }
}
