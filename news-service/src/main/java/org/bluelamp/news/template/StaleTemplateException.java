package org.bluelamp.news.template;

/** Somebody changed the template since it was read, or deleted it; nothing was saved. */
public class StaleTemplateException extends RuntimeException {}
