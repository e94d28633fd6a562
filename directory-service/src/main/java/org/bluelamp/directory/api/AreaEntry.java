package org.bluelamp.directory.api;

import java.time.Instant;
import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaDetails;
import org.bluelamp.directory.area.Contact;
import org.bluelamp.directory.area.SocialAccount;
import org.jspecify.annotations.Nullable;

/**
 * An area as programs see it.
 *
 * @param policeUkId id in the national police data, of a neighbourhood that has one
 * @param description HTML that is safe to show
 * @param path address of its page on the public site
 * @param notices what readers must be told about where this comes from
 */
record AreaEntry(
        String code,
        String kind,
        String name,
        @Nullable String parent,
        String label,
        Contact contact,
        List<SocialAccount> socialAccounts,
        @Nullable Integer households,
        @Nullable String policeUkId,
        @Nullable String description,
        @Nullable Integer population,
        List<AreaDetails.Link> links,
        String path,
        long version,
        Instant changedAt,
        List<String> notices) {

    static AreaEntry of(Area area, List<String> notices) {
        return new AreaEntry(
                area.code().value(),
                area.kind().word(),
                area.name(),
                area.parent() == null ? null : area.parent().value(),
                area.label(),
                area.contact(),
                area.socialAccounts(),
                area.households(),
                area.policeUkId(),
                area.details().description(),
                area.details().population(),
                area.details().links(),
                area.path(),
                area.version(),
                area.changedAt(),
                notices);
    }
}
