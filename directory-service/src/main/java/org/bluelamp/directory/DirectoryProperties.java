package org.bluelamp.directory;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The directory's own settings.
 *
 * @param teamLabel what the neighbourhood teams of the own force are called
 */
@ConfigurationProperties("bluelamp.directory")
public record DirectoryProperties(String teamLabel) {}
