package org.bluelamp.directory.priority;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a neighbourhood's page shows of its team's priorities.
 *
 * @param all those worked on at present, the oldest first; empty also when feedback-service has not told us yet
 * @param today the day in the United Kingdom
 * @param path the page of feedback-service that tells what became of each; null where there is none
 */
public record TeamPriorities(
        List<Priority> all, LocalDate today, @Nullable String path) {}
