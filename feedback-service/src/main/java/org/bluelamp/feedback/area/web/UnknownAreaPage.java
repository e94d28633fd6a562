package org.bluelamp.feedback.area.web;

import java.util.List;
import org.bluelamp.feedback.area.District;

/**
 * For an address that is no neighbourhood we know.
 *
 * @param districts where to go instead; empty before directory-service has told of any
 * @param text what was written there, so that it is not lost; may be empty
 */
public record UnknownAreaPage(List<District> districts, String text) {}
