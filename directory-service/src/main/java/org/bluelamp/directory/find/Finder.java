package org.bluelamp.directory.find;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluelamp.directory.find.FindResult.Elsewhere;
import org.bluelamp.directory.find.FindResult.Found;
import org.bluelamp.directory.find.FindResult.Match;
import org.bluelamp.directory.find.FindResult.NothingTyped;
import org.bluelamp.directory.find.FindResult.SharedName;
import org.bluelamp.directory.find.FindResult.SharedPostcode;
import org.bluelamp.directory.find.FindResult.Similar;
import org.bluelamp.directory.find.FindResult.Unknown;
import org.bluelamp.directory.find.FindResult.UnknownPostcode;
import org.bluelamp.directory.postcode.LocatedPostcode;
import org.bluelamp.directory.postcode.PartialPostcode;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.springframework.stereotype.Service;

/**
 * Finds the team for what a resident types into the one box. The order of the attempts is fixed and explained in ADR
 * 0052: a whole postcode, the beginning of one, a name as it is, names like it, names a letter away.
 */
@Service
public class Finder {

    /** Nobody's postcode or place is longer; the rest is cut off. */
    private static final int LONGEST = 100;

    private static final Pattern POSTCODE_AT_END =
            Pattern.compile(".*\\b([A-Za-z]{1,2}[0-9][0-9A-Za-z]?\\s*[0-9][A-Za-z]{2})\\W*");

    private final Postcodes postcodes;
    private final Names names;

    Finder(Postcodes postcodes, Names names) {
        this.postcodes = postcodes;
        this.names = names;
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

    private FindResult byPostcode(Postcode postcode) {
        Optional<AreaCode> held = postcodes.find(postcode).map(LocatedPostcode::neighbourhood);
        if (held.isPresent()) {
            return new Found(held.get());
        }
        List<AreaCode> nearby = postcodes.neighbourhoods(new PartialPostcode(postcode.outward(), ""));
        return nearby.isEmpty() ? new Elsewhere(postcode.toString()) : new UnknownPostcode(postcode, nearby);
    }

    private FindResult byBeginning(PartialPostcode partial) {
        List<AreaCode> neighbourhoods = postcodes.neighbourhoods(partial);
        if (neighbourhoods.isEmpty() && !partial.rest().isEmpty()) {
            neighbourhoods = postcodes.neighbourhoods(new PartialPostcode(partial.outward(), ""));
        }
        return switch (neighbourhoods.size()) {
            case 0 -> new Elsewhere(partial.toString());
            case 1 -> new Found(neighbourhoods.getFirst());
            default -> new SharedPostcode(partial.toString(), neighbourhoods);
        };
    }

    private FindResult byName(String text) {
        List<Match> exact = names.exactly(text);
        int comma = text.indexOf(',');
        if (exact.isEmpty() && comma > 0) {
            exact = names.exactly(text.substring(0, comma));
        }
        if (!exact.isEmpty()) {
            // "Watford" is a district, a town and part of a team's name: the district's page leads to all its teams.
            AreaCode first = exact.getFirst().area();
            boolean one = exact.size() == 1 || AreaKind.of(first) != AreaKind.NEIGHBOURHOOD;
            return one ? new Found(first) : new SharedName(exact);
        }
        List<Match> similar = names.like(text);
        if (similar.isEmpty()) {
            similar = names.almost(text);
        }
        return switch (similar.size()) {
            case 0 -> new Unknown();
            case 1 -> new Found(similar.getFirst().area());
            default -> new Similar(similar);
        };
    }
}
