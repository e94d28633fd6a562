package org.bluelamp.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one benchmark found.
 *
 * @param name the benchmark's
 * @param conditions a sentence each: without them its figures say nothing
 * @param tables the figures
 */
public record Section(String name, List<String> conditions, List<Table> tables) {

    public Section {
        conditions = List.copyOf(conditions);
        tables = List.copyOf(tables);
    }

    /** With the processor's load when the benchmark began and ended. */
    public Section underLoad(double before, double after) {
        List<String> more = new ArrayList<>(conditions);
        more.add(String.format(
                Locale.ROOT,
                "The load average (1 minute) was %.1f when this began and %.1f when it ended.",
                before,
                after));
        return new Section(name, more, tables);
    }

    /** As Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder("## " + name + "\n\n");
        conditions.forEach(condition -> text.append("- ").append(condition).append('\n'));
        tables.forEach(table -> text.append('\n').append(table.markdown()));
        return text.toString();
    }
}
