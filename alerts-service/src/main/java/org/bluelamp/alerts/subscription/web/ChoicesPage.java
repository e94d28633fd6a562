package org.bluelamp.alerts.subscription.web;

import org.bluelamp.alerts.area.Area;
import org.bluelamp.web.form.Form;

/** What the page of one area's choices shows. */
public record ChoicesPage(String token, Area area, Form form) {}
