package org.bluelamp.journeys;

/** Whether the visitor's browser runs scripts. Every journey works without. */
enum Scripts {
    ON,
    OFF
}
