package org.bluelamp.directory;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.bluelamp.testing.PlatformTest;

/**
 * A test of the whole service with the demo data, on a real database and broker. All such tests share one of each, and
 * leave the demo data as they found it.
 */
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest(properties = "DEMO_DATA=true")
public @interface DirectoryTest {}
