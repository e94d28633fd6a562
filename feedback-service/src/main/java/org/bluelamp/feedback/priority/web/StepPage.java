package org.bluelamp.feedback.priority.web;

import org.bluelamp.feedback.priority.Current;
import org.bluelamp.web.form.Form;

/**
 * The question of a step.
 *
 * @param priority the priority as it is now
 * @param step what shall become of it
 * @param form the answer so far
 */
public record StepPage(Current priority, Step step, Form form) {}
