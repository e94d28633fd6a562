package org.bluelamp.feedback.concern.web;

import java.util.List;
import org.bluelamp.feedback.area.District;

/**
 * The way in: what it is and for which neighbourhoods.
 *
 * @param districts all neighbourhoods by district; empty before directory-service has told of any
 */
public record HaveYourSayPage(List<District> districts) {}
