package org.bluelamp.gateway.route;

import org.bluelamp.web.form.SentForm;
import org.jspecify.annotations.Nullable;

/**
 * What is shown in place of a service that does not answer.
 *
 * @param service which does not answer
 * @param lost whether something was being sent, so that the reader must know it may not have arrived
 * @param form what was sent, to be sent again; null when it was no form, or one with files
 */
public record UnavailablePage(
        Service service, boolean lost, @Nullable SentForm form) {}
