package org.bluelamp.directory.scorecard.web;

import org.bluelamp.directory.scorecard.Card;

/**
 * How the promises are kept in one neighbourhood, with the rule and the numbers behind each mark.
 *
 * @param card the card
 */
public record CardPage(Card card) {}
