package org.bluelamp.feedback.round.web;

import java.util.List;
import org.bluelamp.feedback.survey.Kind;

/**
 * The choice of how a question is answered.
 *
 * @param path the round's page for staff
 */
public record KindPage(String path) {

    /** All kinds. */
    public List<Kind> kinds() {
        return List.of(Kind.values());
    }
}
