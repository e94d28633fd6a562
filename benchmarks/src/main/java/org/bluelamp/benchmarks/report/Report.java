package org.bluelamp.benchmarks.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of benchmarks.
 *
 * @param begun when
 * @param machine where
 * @param sections one for each benchmark that has ended
 */
public record Report(Instant begun, Machine machine, List<Section> sections) {

    public Report {
        sections = List.copyOf(sections);
    }

    /** A report on a run that begins. */
    public Report(Instant begun, Machine machine) {
        this(begun, machine, List.of());
    }

    /** With one more section. */
    public Report with(Section section) {
        List<Section> more = new ArrayList<>(sections);
        more.add(section);
        return new Report(begun, machine, more);
    }

    /** As a Markdown document. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# Benchmarks\n\n");
        text.append("Begun ").append(begun.truncatedTo(ChronoUnit.MINUTES)).append(" on ");
        text.append(machine.processors()).append(" cores, ");
        text.append(machine.memoryBytes() / 1_048_576).append(" MB, ");
        text.append(machine.system()).append(", Java ").append(machine.java()).append(".\n\n");
        text.append("Platform, load and mail sink share this machine, all on the loopback interface. ");
        text.append("The services run as `bluelamp up` runs them, small: 192 MB of heap, ");
        text.append("one collector thread, the quick compiler only.\n");
        sections.forEach(section -> text.append('\n').append(section.markdown()));
        return text.toString();
    }
}
