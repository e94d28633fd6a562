package org.bluelamp.web.form;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bluelamp.web.govuk.ErrorSummary;
import org.bluelamp.web.govuk.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * A form as a page shows it: what was typed and what is wrong with it, together. Nothing typed is lost, not even what
 * could not be understood, such as letters in a number.
 *
 * <p>A controller takes a record with constraints and a {@link BindingResult}, adds what only it can know with
 * {@code result.rejectValue("postcode", "unknown", "Enter a postcode in Hertfordshire")}, and shows the page again with
 * {@code Form.of(result)} when there are errors. The template asks for {@code form.field("postcode")}.
 */
public final class Form {

    private final @Nullable BindingResult result;

    private Form(@Nullable BindingResult result) {
        this.result = result;
    }

    /** A form nobody has filled in yet. */
    public static Form blank() {
        return new Form(null);
    }

    /** A form filled in beforehand, such as with what is to be edited. */
    public static Form of(Object values) {
        return new Form(new BeanPropertyBindingResult(values, "form"));
    }

    /** A form that was sent. */
    public static Form of(BindingResult result) {
        return new Form(result);
    }

    public boolean wrong() {
        return result != null && result.hasErrors();
    }

    /**
     * A question with its answer and its error.
     *
     * @param name of the record's component, which is also the request parameter
     */
    public Field field(String name) {
        if (result == null) {
            return new Field(name);
        }
        return new Field(name, name, values(result, name), firstErrors(result).get(name));
    }

    /** All that is wrong, in the order of the form's fields; null when nothing is. */
    public @Nullable ErrorSummary summary() {
        if (result == null || !result.hasErrors()) {
            return null;
        }
        List<ErrorSummary.Line> lines = new ArrayList<>();
        firstErrors(result).forEach((name, message) -> lines.add(new ErrorSummary.Line(message, "#" + name)));
        result.getGlobalErrors().forEach(error -> lines.add(new ErrorSummary.Line(message(error), null)));
        return new ErrorSummary(lines);
    }

    private static List<String> values(BindingResult result, String name) {
        Object value = result.getFieldError(name) == null ? result.getRawFieldValue(name) : null;
        if (!(value instanceof Collection || value != null && value.getClass().isArray())) {
            value = result.getFieldValue(name);
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.forEach(one -> texts.add(text(one)));
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                texts.add(text(Array.get(value, i)));
            }
        } else if (value != null) {
            texts.add(text(value));
        }
        return texts;
    }

    private static String text(@Nullable Object value) {
        return value instanceof Enum<?> constant ? constant.name() : Objects.toString(value, "");
    }

    /** One message per field, as a reader mends one thing at a time: that it is missing comes before how it should be. */
    private static Map<String, String> firstErrors(BindingResult result) {
        Map<String, String> first = new LinkedHashMap<>();
        result.getFieldErrors().stream()
                .sorted(Comparator.comparing((FieldError error) -> place(result, error.getField()), Arrays::compare)
                        .thenComparingInt(error -> missing(error) ? 0 : 1)
                        .thenComparing(Form::message))
                .forEach(error -> first.putIfAbsent(error.getField(), message(error)));
        return first;
    }

    /** Where a field stands on the page: in the order of the records' components, and in that of lists of them. */
    private static int[] place(BindingResult result, String field) {
        Object target = result.getTarget();
        if (target == null || !target.getClass().isRecord()) {
            return new int[] {
                result.getFieldErrors().stream()
                        .map(FieldError::getField)
                        .toList()
                        .indexOf(field)
            };
        }
        List<Integer> place = new ArrayList<>();
        @Nullable Class<?> type = target.getClass();
        for (String step : field.split("\\.")) {
            String name = step.replaceFirst("\\[.*", "");
            RecordComponent[] components = type == null ? null : type.getRecordComponents();
            int index = components == null
                    ? -1
                    : Arrays.stream(components)
                            .map(RecordComponent::getName)
                            .toList()
                            .indexOf(name);
            place.add(index < 0 ? Integer.MAX_VALUE : index);
            if (step.matches("[^\\[]+\\[\\d{1,6}]")) {
                place.add(Integer.valueOf(step.substring(name.length() + 1, step.length() - 1)));
            }
            type = components == null || index < 0 ? null : held(components[index].getGenericType());
        }
        return place.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The type of a component, or of what the list holds that it is; null when that is no class. */
    private static @Nullable Class<?> held(Type type) {
        Type held = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return held instanceof Class<?> known ? known : null;
    }

    private static boolean missing(FieldError error) {
        String code = Objects.toString(error.getCode(), "");
        return code.startsWith("Not");
    }

    /** What an error says to a reader: Spring's own words for an answer of the wrong type are for programmers. */
    public static String message(ObjectError error) {
        if (error instanceof FieldError field && field.isBindingFailure()) {
            List<String> codes = Arrays.asList(Objects.requireNonNullElse(field.getCodes(), new String[0]));
            if (codes.stream()
                    .anyMatch(code -> code.matches("typeMismatch\\.java\\.time\\.Local(Date|DateTime|Time)"))) {
                return "Enter a real date and time in the form shown";
            }
            if (codes.stream()
                    .anyMatch(
                            code -> code.matches(
                                    "typeMismatch\\.(int|long|double|java\\.lang\\.(Integer|Long|Double)|java\\.math\\.Big.*)"))) {
                return "Enter a number";
            }
            return "Choose one of the answers given";
        }
        return Objects.requireNonNullElse(error.getDefaultMessage(), "Check this answer");
    }
}
