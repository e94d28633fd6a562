package org.bluelamp.feedback.area;

/**
 * An area was heard of, or heard of anew. Told inside the transaction that keeps it.
 *
 * @param area the area as it is now
 */
public record AreaArrived(Area area) {}
