/**
 * The components of the GOV.UK Design System as values. Each is a record that is its own {@link gg.jte.Content}: a
 * template writes {@code ${new Button("Save")}}. What a record takes is what the component needs; how it looks is in the
 * template of the same name under {@code src/main/jte/govuk}.
 *
 * <p>The HTML is that of GOV.UK Frontend 5.14; the tests render its official fixtures and compare.
 */
@NullMarked
package org.bluelamp.web.govuk;

import org.jspecify.annotations.NullMarked;
