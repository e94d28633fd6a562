package org.bluelamp.alerts.area;

import org.bluelamp.contact.MailAddress;
import org.jspecify.annotations.Nullable;

/** What this service needs of {@code directory.team.changed}. */
record TeamChanged(
        String area, String name, String label, @Nullable Contact contact) {

    /**
     * How the team is reached.
     *
     * @param email the address it gives to everybody
     */
    record Contact(@Nullable String email) {}

    /** Where the team gets mail; null where it gives no address, or one that cannot be used. */
    @Nullable
    String email() {
        return contact == null || contact.email() == null
                ? null
                : MailAddress.parse(contact.email()).map(MailAddress::value).orElse(null);
    }
}
