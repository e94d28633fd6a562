package org.bluelamp.gateway.route;

/**
 * What is shown in place of a service that does not answer.
 *
 * @param service which does not answer
 * @param lost whether something was being sent, so that the reader must know it may not have arrived
 */
public record UnavailablePage(Service service, boolean lost) {}
