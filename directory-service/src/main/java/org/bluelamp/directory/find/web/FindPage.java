package org.bluelamp.directory.find.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.find.FindResult;
import org.bluelamp.directory.find.FindResult.Border;
import org.bluelamp.directory.find.FindResult.Elsewhere;
import org.bluelamp.directory.find.FindResult.Found;
import org.bluelamp.directory.find.FindResult.Inaccurate;
import org.bluelamp.directory.find.FindResult.NoPostcode;
import org.bluelamp.directory.find.FindResult.NothingTyped;
import org.bluelamp.directory.find.FindResult.OutsideHere;
import org.bluelamp.directory.find.FindResult.SharedName;
import org.bluelamp.directory.find.FindResult.SharedPostcode;
import org.bluelamp.directory.find.FindResult.SharedStreet;
import org.bluelamp.directory.find.FindResult.Similar;
import org.bluelamp.directory.find.FindResult.Terminated;
import org.bluelamp.directory.find.FindResult.Unknown;
import org.bluelamp.directory.find.FindResult.UnknownPostcode;
import org.jspecify.annotations.Nullable;

/**
 * What the page after a search shows.
 *
 * @param typed stays in the box
 */
public record FindPage(
        String typed, FindResult result, String label, List<Suggestion> suggestions, List<Area> districts) {

    private static final String NATIONAL_SITE = "https://www.police.uk/pu/your-area/";

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

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
            case SharedStreet shared ->
                shared.matches().size() > 1
                        ? "Which " + shared.name() + "?"
                        : "Is it " + shared.matches().getFirst().name() + "?";
            case Similar _ -> "Did you mean one of these?";
            case UnknownPostcode unknown -> "We do not know the postcode " + unknown.postcode();
            case Terminated ended -> ended.postcode() + " ended in " + month(ended.since());
            case NoPostcode none ->
                none.certain()
                        ? none.postcode() + " is not a postcode"
                        : "We know of no postcode that begins with " + none.beginning();
            case Elsewhere elsewhere -> elsewhere.postcode() + " is outside our area";
            case Border border ->
                border.postcode() == null ? "You are close to a border" : border.postcode() + " lies close to a border";
            case OutsideHere _ -> "You are outside our area";
            case Inaccurate _ -> "We could not tell where you are";
            case Unknown _ -> "We did not find that place";
            case Found _ -> "";
        };
    }

    /** What the reader can do about it. */
    public String advice() {
        return switch (result) {
            case NothingTyped _ -> "Type a postcode, a street, or the name of a town or village.";
            case SharedPostcode _ -> "Choose yours, or type your full postcode.";
            case SharedName _ -> "Choose yours, or type your full postcode.";
            case SharedStreet shared ->
                shared.matches().size() > 1
                        ? "Choose yours, or type your full postcode."
                        : "It is the only street of that name that we know of, and other towns may have one. If it is"
                                + " not yours, type your full postcode.";
            case Similar _ -> "Nothing is called exactly what you typed.";
            case UnknownPostcode unknown ->
                "It may be new or mistyped. These teams work where postcodes begin with "
                        + unknown.postcode().outward() + ".";
            case NoPostcode none -> none(none);
            case Terminated ended -> terminated(ended);
            case Elsewhere elsewhere ->
                served(elsewhere.forceName()) + " If you meant an address here, check the postcode.";
            case Border border ->
                (border.postcode() == null
                                ? "Each of these teams may be yours. The nearest comes first."
                                : "The first of these teams is most likely yours. The next works across the border, which"
                                        + " is within 50 metres.")
                        + " Any of them will help you.";
            case OutsideHere _ ->
                "Another police force looks after the place where you are. The national site can tell you which one. To"
                        + " find the team of another place, type its postcode.";
            case Inaccurate inaccurate -> inaccurate(inaccurate.metres());
            case Unknown _ -> "Check the spelling, try a larger place nearby, or type your full postcode.";
            case Found _ -> "";
        };
    }

    /** Whether the national site may help. */
    public boolean elsewhere() {
        return result instanceof Elsewhere
                || result instanceof OutsideHere
                || result instanceof Unknown
                || result instanceof NoPostcode none && !none.certain()
                || result instanceof Terminated ended && ended.neighbourhood() == null;
    }

    /** Where the national site tells of what was looked for. */
    public String nationalSite() {
        return switch (result) {
            case Elsewhere elsewhere -> search(elsewhere.postcode());
            case NoPostcode none -> search(none.postcode());
            case Terminated ended -> search(ended.postcode().toString());
            default -> NATIONAL_SITE;
        };
    }

    /** What that link says. */
    public String nationalSiteText() {
        return switch (result) {
            case Elsewhere elsewhere -> "Look up " + elsewhere.postcode() + " at police.uk";
            case NoPostcode none -> "Look up " + none.postcode() + " at police.uk";
            case Terminated ended -> "Look up " + ended.postcode() + " at police.uk";
            default -> "Find any police force at police.uk";
        };
    }

    /** Whether the districts are offered as well. */
    public boolean offersDistricts() {
        return suggestions.isEmpty();
    }

    /** The button to look where the reader is makes no sense once more where that did not help. */
    public boolean offersLocation() {
        return !(result instanceof OutsideHere || result instanceof Inaccurate || result instanceof Border);
    }

    private static String none(NoPostcode none) {
        String other = " Check it, or type the name of your street, town or village.";
        return none.certain()
                ? "No place in the United Kingdom has a postcode that begins with " + none.beginning() + "." + other
                : "It may be mistyped." + other
                        + " If it is right, another police force looks after the place, and the national site can tell"
                        + " you which one.";
    }

    private String terminated(Terminated ended) {
        String first = "Royal Mail no longer uses this postcode. ";
        return ended.neighbourhood() == null
                ? first + "It lay outside our area. " + served(ended.forceName())
                : first + "It lay where this team works. If you know the new postcode, type that.";
    }

    private static String served(@Nullable String forceName) {
        return forceName == null
                ? "Another police force looks after it. The national site can tell you which one."
                : forceName + " looks after it.";
    }

    private static String inaccurate(long metres) {
        String last = "Type your postcode, or the name of your town or village.";
        return metres == 0
                ? "Your device did not say where it is. " + last
                : "Your device knows where it is only to about "
                        + String.format(Locale.UK, "%,d", Math.max(1, Math.round(metres / 1000.0)))
                        + " km, which is not enough to find your team. " + last;
    }

    private static String search(String what) {
        return NATIONAL_SITE + "?q=" + URLEncoder.encode(what, StandardCharsets.UTF_8);
    }

    private static String month(LocalDate day) {
        return MONTH.format(day);
    }
}
