package org.bluelamp.alerts.alert.web;

import java.util.List;
import org.bluelamp.alerts.alert.OfflineText;

/**
 * An alert for those without internet.
 *
 * @param path of the alert
 * @param areas where it is to be put through doors
 * @param letter what is printed
 * @param voice the lines that are read out
 */
public record OfflinePage(String path, List<Place> areas, OfflineText.Letter letter, List<String> voice) {

    /**
     * An area of the alert.
     *
     * @param households how many live there, in words
     */
    public record Place(String name, String households) {}
}
