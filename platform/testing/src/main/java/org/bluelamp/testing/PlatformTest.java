package org.bluelamp.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of a whole service on a random port, with a database and a virtual host of RabbitMQ of its context's own. All
 * variables that a service reads from its environment are set; {@link #properties} says more or otherwise.
 *
 * <p>Test classes with equal settings share one context, so also its database and its queues. A test that has to start
 * from nothing says {@code @DirtiesContext} or clears its tables.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ContextConfiguration(initializers = PlatformInitializer.class)
public @interface PlatformTest {

    /** Properties as {@code key=value}, stronger than those set here. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};

    /** The service's configuration; found from the test's package when not given. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] classes() default {};

    /** A real server on a random port unless said otherwise. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "webEnvironment")
    WebEnvironment webEnvironment() default WebEnvironment.RANDOM_PORT;
}
