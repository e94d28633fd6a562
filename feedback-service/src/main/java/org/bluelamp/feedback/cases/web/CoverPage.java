package org.bluelamp.feedback.cases.web;

import java.util.List;
import org.bluelamp.feedback.cases.Colleagues;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Who covers for whom.
 *
 * @param absence that the person is away; null when they are not
 * @param covered for whom the person covers
 * @param colleagues who can cover for the person
 * @param form what was filled in
 */
public record CoverPage(
        Colleagues.@Nullable Absence absence, List<Colleagues.Absence> covered, List<Choice> colleagues, Form form) {}
