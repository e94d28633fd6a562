package org.bluelamp.directory.scorecard.web;

import java.util.List;
import org.bluelamp.directory.scorecard.Card;
import org.bluelamp.directory.scorecard.Mark;
import org.bluelamp.directory.scorecard.Promise;

/**
 * How the promises are kept in all neighbourhoods.
 *
 * @param force the force's name
 * @param cards one for each neighbourhood, by name
 */
public record ScorecardPage(String force, List<Card> cards) {

    /** What was promised. */
    public List<Promise> promises() {
        return List.of(Promise.values());
    }

    /** In how many neighbourhoods a promise is kept, in words. */
    public String kept(Promise promise) {
        long kept = marked(promise, Mark.KEPT);
        long asked = cards.size() - marked(promise, Mark.NOBODY_ASKED);
        return "Kept in %,d of %,d neighbourhoods%s."
                .formatted(kept, asked, asked == cards.size() ? "" : " where somebody asked");
    }

    private long marked(Promise promise, Mark mark) {
        return cards.stream().filter(card -> card.of(promise).mark() == mark).count();
    }

    /** The address of a neighbourhood's card. */
    public String path(Card card) {
        return ScorecardController.path(card.area());
    }
}
