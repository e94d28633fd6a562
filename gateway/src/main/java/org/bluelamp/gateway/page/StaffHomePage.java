package org.bluelamp.gateway.page;

import java.util.List;
import java.util.Optional;
import org.bluelamp.web.page.StaffSection;
import org.bluelamp.web.page.WaitingWork;

/**
 * The staff home page.
 *
 * @param tiles what the member of staff has to do with; may be empty
 */
public record StaffHomePage(List<Tile> tiles) {

    /**
     * A way on, for those whom the section serves.
     *
     * @param section where it leads
     * @param description what one does there
     * @param waiting what waits for the person there
     * @param silent whether a service did not say what waits
     */
    public record Tile(StaffSection section, String description, List<WaitingWork.Item> waiting, boolean silent) {

        /** Before anybody was asked what waits there. */
        static Tile to(StaffSection section, String description) {
            return new Tile(section, description, List.of(), false);
        }

        /** With what the services say that were asked; empty where one did not answer. */
        Tile with(List<Optional<WaitingWork>> answers) {
            return new Tile(
                    section,
                    description,
                    answers.stream()
                            .flatMap(Optional::stream)
                            .flatMap(work -> work.items().stream())
                            .toList(),
                    answers.stream().anyMatch(Optional::isEmpty));
        }
    }
}
