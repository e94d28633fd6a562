package org.bluelamp.directory.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.find.FindResult.Border;
import org.bluelamp.directory.find.FindResult.Elsewhere;
import org.bluelamp.directory.find.FindResult.Found;
import org.bluelamp.directory.find.FindResult.Inaccurate;
import org.bluelamp.directory.find.FindResult.Match;
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
import org.bluelamp.directory.postcode.LocatedPostcode;
import org.bluelamp.directory.postcode.PartialPostcode;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.directory.street.Street;
import org.bluelamp.directory.street.Streets;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds the team for what a resident types into the one box. The order of the attempts is fixed and explained in ADR
 * 0052, 0107 and 0128: a whole postcode, the beginning of one, a name as it is, a street, streets and names like it, names a
 * letter away.
 */
@Service
public class Finder {

    /** Nobody's postcode or place is longer; the rest is cut off. */
    private static final int LONGEST = 100;

    private static final Pattern POSTCODE_AT_END =
            Pattern.compile(".*\\b([A-Za-z]{1,2}[0-9][0-9A-Za-z]?\\s*[0-9][A-Za-z]{2})\\W*");

    /** A postcode's point is that of one house of it: so near to a border another house may lie across. */
    private static final double BORDER_METRES = 50;

    /** A device that knows no better has only asked where its network is. */
    private static final double ROUGHEST_METRES = 2_000;

    private static final Pattern HOUSE = Pattern.compile("^(flat |unit )?[0-9]+[a-z]?[ ,]+", Pattern.CASE_INSENSITIVE);

    private final Postcodes postcodes;
    private final Names names;
    private final Streets streets;
    private final Neighbourhoods neighbourhoods;
    private final Areas areas;

    Finder(Postcodes postcodes, Names names, Streets streets, Neighbourhoods neighbourhoods, Areas areas) {
        this.postcodes = postcodes;
        this.names = names;
        this.streets = streets;
        this.neighbourhoods = neighbourhoods;
        this.areas = areas;
    }

    /** Finds what was typed; never throws for any text. */
    public FindResult find(String typed) {
        String text = typed.replace('\0', ' ').strip();
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            return new NothingTyped();
        }
        Optional<Postcode> whole = Postcode.read(text).or(() -> ofAddress(typed));
        if (whole.isPresent()) {
            return byPostcode(whole.get());
        }
        Optional<PartialPostcode> partial = PartialPostcode.read(text);
        return partial.isPresent() ? byBeginning(partial.get()) : byName(text);
    }

    private static Optional<Postcode> ofAddress(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = POSTCODE_AT_END.matcher(text);
        return matcher.matches() ? Postcode.read(matcher.group(1)) : Optional.empty();
    }

    /** Finds the team of the place where somebody is. */
    public FindResult find(Here here) {
        if (!here.isPlace()) {
            return new Inaccurate(0);
        }
        if (here.metres() > ROUGHEST_METRES) {
            return new Inaccurate(Math.round(here.metres()));
        }
        List<AreaCode> near =
                neighbourhoods.near(here.longitude(), here.latitude(), Math.max(BORDER_METRES, here.metres()));
        return switch (near.size()) {
            case 0 -> new OutsideHere();
            case 1 -> new Found(near.getFirst());
            default -> new Border(null, near);
        };
    }

    private FindResult byPostcode(Postcode postcode) {
        Optional<LocatedPostcode> held = postcodes.find(postcode);
        if (held.isPresent()) {
            return ofHeld(held.get());
        }
        PartialPostcode district = postcode.district();
        List<AreaCode> nearby = postcodes.neighbourhoods(district);
        return nearby.isEmpty() ? notOurs(postcode.toString(), district) : new UnknownPostcode(postcode, nearby);
    }

    /** A postcode, or the beginning of one, that shares its district with none of ours. */
    private FindResult notOurs(String postcode, PartialPostcode district) {
        return switch (postcodes.standing(district)) {
            case IMPOSSIBLE -> new NoPostcode(postcode, impossible(district), true);
            case DOUBTFUL -> new NoPostcode(postcode, district.outward(), false);
            case HELD, BEYOND ->
                new Elsewhere(postcode, postcodes.forceOf(district).orElse(null));
        };
    }

    private String impossible(PartialPostcode district) {
        return Postcodes.isArea(district.letters()) ? district.outward() : district.letters();
    }

    private FindResult ofHeld(LocatedPostcode held) {
        Postcode postcode = held.postcode();
        AreaCode neighbourhood = held.neighbourhood();
        if (held.terminated() != null) {
            return new Terminated(postcode, held.terminated(), neighbourhood, held.forceName());
        }
        if (neighbourhood == null) {
            List<AreaCode> nearby =
                    isOurs(held.forceName()) ? postcodes.neighbourhoods(postcode.district()) : List.of();
            return nearby.isEmpty()
                    ? new Elsewhere(postcode.toString(), held.forceName())
                    : new UnknownPostcode(postcode, nearby);
        }
        List<AreaCode> near = neighbourhoods.near(held.longitude(), held.latitude(), BORDER_METRES);
        return near.size() > 1 ? new Border(postcode, near) : new Found(neighbourhood);
    }

    /** A force of ours has gaps between its boundaries; "Hertfordshire Constabulary" serves the area Hertfordshire. */
    private boolean isOurs(@Nullable String forceName) {
        return forceName != null
                && areas.all(AreaKind.FORCE).stream().map(Area::name).anyMatch(forceName::startsWith);
    }

    private FindResult byBeginning(PartialPostcode partial) {
        List<AreaCode> found = postcodes.neighbourhoods(partial);
        if (found.isEmpty() && !partial.rest().isEmpty()) {
            found = postcodes.neighbourhoods(partial.district());
        }
        return switch (found.size()) {
            case 0 -> notOurs(partial.toString(), partial.district());
            case 1 -> new Found(found.getFirst());
            default -> new SharedPostcode(partial.toString(), found);
        };
    }

    private FindResult byName(String text) {
        int comma = Math.max(text.indexOf(','), 0);
        String before = text.substring(0, comma);
        // "Flat 3, 7 Baldock Street"
        String after = comma == 0 ? "" : text.substring(comma + 1).strip();
        return byExactName(text)
                .or(() -> byStreet(text))
                .or(() -> byExactName(before))
                .or(() -> byStreet(before))
                .or(() -> byStreet(after))
                .orElseGet(() -> byLikeness(text));
    }

    private Optional<FindResult> byExactName(String text) {
        List<Match> exact = text.isEmpty() ? List.of() : names.exactly(text);
        if (exact.isEmpty()) {
            return Optional.empty();
        }
        // "Watford" is a district, a town and part of a team's name: the district's page leads to all its teams.
        AreaCode first = exact.getFirst().area();
        boolean one = exact.size() == 1 || AreaKind.of(first) != AreaKind.NEIGHBOURHOOD;
        return Optional.of(one ? new Found(first) : new SharedName(exact));
    }

    /** Only who names the town as well is sent straight there: streets of one name stand in many towns. */
    private Optional<FindResult> byStreet(String text) {
        String street = withoutHouse(text);
        List<Street> found = street.isEmpty() ? List.of() : streets.inTown(street);
        if (found.size() == 1) {
            return Optional.of(new Found(Objects.requireNonNull(found.getFirst().neighbourhood())));
        }
        if (found.isEmpty() && !street.isEmpty()) {
            found = streets.named(street);
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new SharedStreet(found.getFirst().name(), matches(found)));
    }

    private FindResult byLikeness(String text) {
        List<Match> similar = new ArrayList<>(matches(streets.like(withoutHouse(text))));
        similar.addAll(names.like(text));
        if (similar.isEmpty()) {
            similar.addAll(names.almost(text));
        }
        return switch (similar.size()) {
            case 0 -> new Unknown();
            // One guess is a guess as well: who typed the name of a town elsewhere must not land on a team that is not
            // theirs without a word.
            default -> new Similar(similar);
        };
    }

    private static String withoutHouse(String text) {
        return HOUSE.matcher(text).replaceFirst("");
    }

    private static List<Match> matches(List<Street> found) {
        return found.stream()
                .filter(street -> street.neighbourhood() != null)
                .map(street ->
                        new Match(Objects.requireNonNull(street.neighbourhood()), street.name() + ", " + street.town()))
                .toList();
    }
}
