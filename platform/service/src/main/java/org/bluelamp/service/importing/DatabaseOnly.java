package org.bluelamp.service.importing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Configures the database, its migrations, JSON, the audit trail and the outbox, and nothing else: the list stands in
 * {@code META-INF/spring} under this annotation's name. What an import announces is published by the relay of the service
 * that runs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration
@Import(ImportFrame.class)
public @interface DatabaseOnly {}
