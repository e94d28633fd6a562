package org.bluelamp.service.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stood behind an import's name, checked against its {@link Parameters}. */
public final class Arguments {

    private final List<String> operands;
    private final Map<String, String> options;

    private Arguments(List<String> operands, Map<String, String> options) {
        this.operands = operands;
        this.options = options;
    }

    /** Arguments that do not fit; the message says which. */
    static final class Misused extends RuntimeException {

        Misused(String message) {
            super(message);
        }
    }

    /** @throws Misused when they are not what the parameters ask for */
    static Arguments read(List<String> given, Parameters parameters) {
        List<String> operands = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (!word.startsWith("--")) {
                operands.add(word);
                continue;
            }
            String[] nameAndValue = word.substring(2).split("=", 2);
            Parameters.Option option = parameters
                    .option(nameAndValue[0])
                    .orElseThrow(() -> new Misused("There is no option --" + nameAndValue[0] + " here."));
            String value;
            if (option.value() == null) {
                if (nameAndValue.length > 1) {
                    throw new Misused("--" + option.name() + " takes no value.");
                }
                value = "";
            } else if (nameAndValue.length > 1) {
                value = nameAndValue[1];
            } else if (i + 1 < given.size() && !given.get(i + 1).startsWith("--")) {
                value = given.get(++i);
            } else {
                throw new Misused("--" + option.name() + " needs its " + option.value() + ".");
            }
            if (options.put(option.name(), value) != null) {
                throw new Misused("--" + option.name() + " is given twice.");
            }
        }
        if (operands.size() < parameters.operands().size()) {
            throw new Misused("The " + parameters.operands().get(operands.size()) + " is missing.");
        }
        if (operands.size() > parameters.operands().size()) {
            throw new Misused("\"" + operands.get(parameters.operands().size()) + "\" is too much.");
        }
        for (Parameters.Option option : parameters.options()) {
            if (option.required() && options.getOrDefault(option.name(), "").isBlank()) {
                throw new Misused("--" + option.name() + " " + option.value() + " is missing.");
            }
        }
        return new Arguments(List.copyOf(operands), Map.copyOf(options));
    }

    /** An operand, by its place among the parameters' operands. */
    public String operand(int index) {
        return operands.get(index);
    }

    /**
     * The file or folder an operand names.
     *
     * @throws ImportRefused when there is none
     */
    public Path file(int index) {
        Path file = Path.of(operand(index));
        if (!file.toFile().exists()) {
            throw new ImportRefused("There is no file " + file + ".");
        }
        if (!file.toFile().canRead()) {
            throw new ImportRefused("The file " + file + " may not be read.");
        }
        return file;
    }

    /** The value of an option that is required. */
    public String option(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name + " is no required option"));
    }

    /** The value of an option. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Whether a flag was given. */
    public boolean has(String flag) {
        return options.containsKey(flag);
    }

    /** Whether {@link Parameters#DRY_RUN} was given. */
    public boolean dryRun() {
        return has(Parameters.DRY_RUN.name());
    }
}
