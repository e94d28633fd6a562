package org.bluelamp.alerts.transfer;

import org.bluelamp.service.importing.ImportRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What manifests are signed with, from the variable {@code TRANSFER_KEY}: known to both ends and to nobody else. */
@Component
class TransferKey {

    private static final int SHORTEST = 32;

    private final String key;

    TransferKey(@Value("${TRANSFER_KEY:}") String key) {
        this.key = key;
    }

    /** @throws ImportRefused when there is none, or it is too short */
    String required() {
        if (key.length() < SHORTEST) {
            throw new ImportRefused(
                    "The manifest is signed: set TRANSFER_KEY to the key of both ends, 32 characters or more.");
        }
        return key;
    }
}
