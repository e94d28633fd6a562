package org.bluelamp.news.template.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The templates that somebody may use.
 *
 * @param mayAdd whether the person edits for a whole force or district
 */
public record TemplateListPage(List<Row> rows, boolean mayAdd) {

    /**
     * A template.
     *
     * @param draft where a draft is begun from it
     * @param edit where it is changed; null for who may not
     */
    public record Row(
            String name,
            String area,
            String kind,
            String draft,
            @Nullable String edit) {}
}
