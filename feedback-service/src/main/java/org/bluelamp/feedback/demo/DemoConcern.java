package org.bluelamp.feedback.demo;

import java.util.List;

/**
 * An invented concern, as the demo's file holds it.
 *
 * @param key its stable key, so that it is raised once however often the demo is loaded
 * @param area code of the neighbourhood
 * @param daysAgo how many days before the demo's start it arrived
 * @param themes codes of themes
 * @param text what is happening
 * @param place where
 * @param times when
 * @param effect how much it affects the resident
 */
record DemoConcern(
        String key,
        String area,
        int daysAgo,
        List<String> themes,
        String text,
        String place,
        String times,
        String effect) {}
