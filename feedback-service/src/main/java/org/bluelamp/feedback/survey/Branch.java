package org.bluelamp.feedback.survey;

/**
 * That a question is asked only of those who answered an earlier one in some way.
 *
 * @param question the earlier question's number
 * @param option the number of the answer
 */
public record Branch(int question, int option) {}
