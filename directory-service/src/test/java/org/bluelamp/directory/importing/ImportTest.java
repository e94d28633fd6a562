package org.bluelamp.directory.importing;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.bluelamp.testing.PlatformTest;
import org.springframework.context.annotation.Import;

/**
 * A test of imports beside a running service with the demo data. These tests have a database of their own, which they
 * change, and one {@link ImportRun} to run imports with.
 */
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest(properties = {"DEMO_DATA=true", "bluelamp.test.imports=true"})
@Import(ImportRun.class)
public @interface ImportTest {}
