package org.bluelamp.news.article;

/**
 * The member of staff who wrote, changed, published or withdrew an article; never shown to the public.
 *
 * @param id stable for the person
 * @param name as it was at the time
 */
public record Author(String id, String name) {}
