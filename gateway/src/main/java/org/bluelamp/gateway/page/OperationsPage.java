package org.bluelamp.gateway.page;

import java.util.List;
import java.util.Optional;
import org.bluelamp.gateway.route.Service;
import org.bluelamp.web.govuk.Tag;
import org.bluelamp.web.page.WaitingWork;

/**
 * How the services are.
 *
 * @param services all of them
 */
public record OperationsPage(List<ServiceState> services) {

    /** What a service says about itself. */
    public enum Readiness {
        READY("Ready", Tag.Colour.GREEN),
        NOT_READY("Not ready", Tag.Colour.ORANGE),
        SILENT("Does not answer", Tag.Colour.RED);

        private final String text;
        private final Tag.Colour colour;

        Readiness(String text, Tag.Colour colour) {
            this.text = text;
            this.colour = colour;
        }

        public Tag tag() {
            return new Tag(text).colour(colour);
        }
    }

    /** What this replica of the gateway does with requests to a service: the state of its own circuit breaker. */
    public enum Route {
        THROUGH("Passed on", Tag.Colour.GREEN),
        PROBING("Passed on to try", Tag.Colour.ORANGE),
        CUT("Answered with the page “not available”", Tag.Colour.RED);

        private final String text;
        private final Tag.Colour colour;

        Route(String text, Tag.Colour colour) {
            this.text = text;
            this.colour = colour;
        }

        public Tag tag() {
            return new Tag(text).colour(colour);
        }
    }

    /**
     * A service as an operator sees it.
     *
     * @param waiting what waits for an operator; empty when the service does not say
     */
    public record ServiceState(Service service, Readiness readiness, Route route, Optional<WaitingWork> waiting) {}
}
