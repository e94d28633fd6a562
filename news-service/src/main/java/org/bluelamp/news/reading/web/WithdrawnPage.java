package org.bluelamp.news.reading.web;

/**
 * What stands where an article was. The title is not repeated: it may name a person for whose sake it was withdrawn.
 *
 * @param withdrawn the day in words
 */
public record WithdrawnPage(String withdrawn, String reason) {}
