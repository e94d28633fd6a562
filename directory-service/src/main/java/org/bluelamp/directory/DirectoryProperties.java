package org.bluelamp.directory;

import org.bluelamp.service.area.AreaCode;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The directory's own settings.
 *
 * @param force code of the force whose pages stand at {@code /your-area}
 * @param teamLabel what its neighbourhood teams are called
 */
@ConfigurationProperties("bluelamp.directory")
public record DirectoryProperties(String force, String teamLabel) {

    /** The force's code. */
    public AreaCode forceCode() {
        return new AreaCode(force);
    }
}
