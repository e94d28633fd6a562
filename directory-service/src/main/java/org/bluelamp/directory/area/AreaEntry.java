package org.bluelamp.directory.area;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an area's staff say about it.
 *
 * @param description HTML that has been made safe; null when there is none
 */
public record AreaEntry(
        List<SocialAccount> accounts, @Nullable String description) {

    public AreaEntry {
        accounts = List.copyOf(accounts);
    }

    /** What the area says at present. */
    public static AreaEntry of(Area area) {
        return new AreaEntry(area.socialAccounts(), area.details().description());
    }

    /** The same with these accounts. */
    public AreaEntry accounts(List<SocialAccount> newAccounts) {
        return new AreaEntry(newAccounts, description);
    }

    /** The same with this text. */
    public AreaEntry description(@Nullable String newDescription) {
        return new AreaEntry(accounts, newDescription);
    }
}
