package org.bluelamp.directory.api;

import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;

/** Parameters as they are given, read or answered with what is wrong with them. */
final class Given {

    private Given() {}

    static AreaCode code(String parameter, String value) {
        try {
            return new AreaCode(value);
        } catch (IllegalArgumentException notACode) {
            throw Problems.badParameter(
                    parameter, "An area code is a path of lower-case words, such as hertfordshire/stevenage");
        }
    }

    static @Nullable AreaCode codeIfAny(String parameter, @Nullable String value) {
        return value == null ? null : code(parameter, value);
    }

    static AreaKind kind(String name) {
        for (AreaKind kind : AreaKind.values()) {
            if (kind.word().equals(name)) {
                return kind;
            }
        }
        throw Problems.badParameter("kind", "The kind is force, district or neighbourhood");
    }

    static @Nullable AreaKind kindIfAny(@Nullable String name) {
        return name == null ? null : kind(name);
    }
}
