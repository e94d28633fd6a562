package org.bluelamp.directory.area;

/**
 * Something of an area as it is at one of the area's versions.
 *
 * @param version of the area
 */
record Versioned<T>(long version, T value) {}
