package org.bluelamp.service.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may stand behind an import's name.
 *
 * @param operands what must be given without a name, in order, for example FILE
 * @param options what is given by name, in any order
 */
public record Parameters(List<String> operands, List<Option> options) {

    /** The option that most imports have: shows what would change and changes nothing. */
    public static final Option DRY_RUN = Option.flag("dry-run", "show what would change, and change nothing");

    /**
     * An option.
     *
     * @param name without its two dashes
     * @param value what its value is, for example ID; null for one that has none
     */
    public record Option(String name, @Nullable String value, boolean required, String meaning) {

        public static Option required(String name, String value, String meaning) {
            return new Option(name, value, true, meaning);
        }

        public static Option optional(String name, String value, String meaning) {
            return new Option(name, value, false, meaning);
        }

        public static Option flag(String name, String meaning) {
            return new Option(name, null, false, meaning);
        }

        /** As it is typed, for example {@code --force ID}. */
        String usage() {
            return "--" + name + (value == null ? "" : " " + value);
        }
    }

    public Parameters {
        operands = List.copyOf(operands);
        options = List.copyOf(options);
    }

    /** Takes these operands and no options yet. */
    public static Parameters of(String... operands) {
        return new Parameters(List.of(operands), List.of());
    }

    /** With one more option. */
    public Parameters with(Option option) {
        List<Option> more = new ArrayList<>(options);
        more.add(option);
        return new Parameters(operands, more);
    }

    Optional<Option> option(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }

    /** In one line, for example {@code FILE --force ID [--dry-run]}. */
    String usage() {
        return Stream.concat(
                        operands.stream(), options.stream().map(o -> o.required() ? o.usage() : "[" + o.usage() + "]"))
                .collect(Collectors.joining(" "));
    }
}
