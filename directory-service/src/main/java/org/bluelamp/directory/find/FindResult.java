package org.bluelamp.directory.find;

import java.time.LocalDate;
import java.util.List;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/** What became of a search for a team. */
public sealed interface FindResult {

    /** Nothing was typed. */
    record NothingTyped() implements FindResult {}

    /** One area, to go to directly. */
    record Found(AreaCode area) implements FindResult {}

    /** The beginning of a postcode, shared by several neighbourhoods. */
    record SharedPostcode(String beginning, List<AreaCode> neighbourhoods) implements FindResult {}

    /** A name that belongs to several neighbourhoods, such as a town with several teams. */
    record SharedName(List<Match> matches) implements FindResult {}

    /**
     * A street by its name, or one that runs through several neighbourhoods. It may be in another town than the one we
     * know of, so that a single one is offered as well, and nobody lands on a team that is not theirs without a word.
     */
    record SharedStreet(String name, List<Match> matches) implements FindResult {}

    /** No such name, but these are like it. */
    record Similar(List<Match> matches) implements FindResult {}

    /** A postcode that begins like ours but is not held: new or mistyped. */
    record UnknownPostcode(Postcode postcode, List<AreaCode> nearby) implements FindResult {}

    /**
     * A postcode that is no longer in use.
     *
     * @param since the first day of the month in which it ended
     * @param neighbourhood where it lay; null when that is outside the force's area
     * @param forceName who serves the place, where that is known
     */
    record Terminated(
            Postcode postcode,
            LocalDate since,
            @Nullable AreaCode neighbourhood,
            @Nullable String forceName) implements FindResult {}

    /**
     * A postcode, or the beginning of one, outside the force's area.
     *
     * @param forceName who serves it, where that is known
     */
    record Elsewhere(String postcode, @Nullable String forceName) implements FindResult {}

    /**
     * What has the shape of a postcode, or of the beginning of one, and is none.
     *
     * @param beginning the part of it that no postcode begins with, for example {@code ZZ} or {@code SG99}
     * @param certain whether no place can have it; else it is none that we know of, where we know others like it
     */
    record NoPostcode(String postcode, String beginning, boolean certain) implements FindResult {}

    /**
     * A point so close to a border that its team may be another one.
     *
     * @param postcode whose point it is; null for the place where somebody is
     * @param nearest the neighbourhoods, the nearest first
     */
    record Border(@Nullable Postcode postcode, List<AreaCode> nearest) implements FindResult {}

    /** The place where somebody is lies outside the force's area. */
    record OutsideHere() implements FindResult {}

    /**
     * The place where somebody is was told too roughly to say whose it is.
     *
     * @param metres how roughly; 0 when it was not told at all, or not as numbers
     */
    record Inaccurate(long metres) implements FindResult {}

    /** Nothing is known by such a name. */
    record Unknown() implements FindResult {}

    /**
     * An area that fits a name.
     *
     * @param name the name that fits: the area's own or that of a place or a street in it
     */
    record Match(AreaCode area, String name) {}
}
