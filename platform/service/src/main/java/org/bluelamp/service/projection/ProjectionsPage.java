package org.bluelamp.service.projection;

import java.util.List;

/**
 * Whose state a service keeps copies of.
 *
 * @param path of the desk
 * @param owners the owning services
 */
public record ProjectionsPage(String path, List<String> owners) {}
