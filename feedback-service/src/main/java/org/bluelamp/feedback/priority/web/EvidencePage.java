package org.bluelamp.feedback.priority.web;

import java.util.List;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;

/**
 * Which concerns led to a priority.
 *
 * @param priority the priority as it is now
 * @param form what is ticked
 * @param concerns what can be ticked
 */
public record EvidencePage(Current priority, Form form, List<Choice> concerns) {}
