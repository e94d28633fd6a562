package org.bluelamp.alerts.area;

/** What this service needs of {@code directory.team.changed}. */
record TeamChanged(String area, String name, String label) {}
