package org.bluelamp.directory.find.web;

import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.find.FindResult;
import org.bluelamp.directory.find.FindResult.Elsewhere;
import org.bluelamp.directory.find.FindResult.Found;
import org.bluelamp.directory.find.FindResult.NothingTyped;
import org.bluelamp.directory.find.FindResult.SharedName;
import org.bluelamp.directory.find.FindResult.SharedPostcode;
import org.bluelamp.directory.find.FindResult.Similar;
import org.bluelamp.directory.find.FindResult.Unknown;
import org.bluelamp.directory.find.FindResult.UnknownPostcode;

/**
 * What the page after a search shows.
 *
 * @param typed stays in the box
 */
public record FindPage(
        String typed, FindResult result, String label, List<Suggestion> suggestions, List<Area> districts) {

    /**
     * An area to choose.
     *
     * @param name the name that led to it where it is not the area's own; else empty
     * @param places what the area's team serves
     */
    public record Suggestion(Area area, String name, List<String> places) {}

    /** The heading: what became of the search. */
    public String title() {
        return switch (result) {
            case NothingTyped _ -> "Find your " + label;
            case SharedPostcode shared -> "More than one team works in " + shared.beginning();
            case SharedName shared ->
                "More than one team works in " + shared.matches().getFirst().name();
            case Similar _ -> "Did you mean one of these?";
            case UnknownPostcode unknown -> "We do not know the postcode " + unknown.postcode();
            case Elsewhere elsewhere -> elsewhere.postcode() + " is outside our area";
            case Unknown _ -> "We did not find that place";
            case Found _ -> "";
        };
    }

    /** What the reader can do about it. */
    public String advice() {
        return switch (result) {
            case NothingTyped _ -> "Type a postcode, or the name of a town or village.";
            case SharedPostcode _ -> "Choose yours, or type your full postcode.";
            case SharedName _ -> "Choose yours, or type your full postcode.";
            case Similar _ -> "Nothing is called exactly what you typed.";
            case UnknownPostcode unknown ->
                "It may be new, no longer in use, or mistyped. These teams work where postcodes begin with "
                        + unknown.postcode().outward() + ".";
            case Elsewhere _ ->
                "Another police force looks after it. The national site can tell you which one. If you meant an address"
                        + " here, check the postcode.";
            case Unknown _ -> "Check the spelling, try a larger place nearby, or type your full postcode.";
            case Found _ -> "";
        };
    }

    public boolean elsewhere() {
        return result instanceof Elsewhere || result instanceof Unknown;
    }

    public boolean empty() {
        return result instanceof NothingTyped;
    }
}
