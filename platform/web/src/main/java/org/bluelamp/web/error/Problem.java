package org.bluelamp.web.error;

/**
 * One entry of {@code errors} in problem JSON (RFC 9457, section 3).
 *
 * @param field what is wrong, as the client named it; empty when no single field is to blame
 * @param reason why, in words that say what would be right
 */
public record Problem(String field, String reason) {}
