package org.bluelamp.service.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Signed-in staff holding at least one of the roles may call this. The area is checked where the data is known, with
 * {@link StaffMember#require}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface StaffEndpoint {

    /** The roles of which one is needed. */
    Role[] value();
}
