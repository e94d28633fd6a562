package org.bluelamp.service.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in for the annotation of the same name in platform/service, which this module cannot depend on. */
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicEndpoint {}
