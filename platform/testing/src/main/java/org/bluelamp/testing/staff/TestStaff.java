package org.bluelamp.testing.staff;

import java.util.List;

/**
 * A member of staff in whose name a test calls a service:
 *
 * <pre>{@code
 * staff("Olive").as("officer").in("hertfordshire/stevenage/stevenage-north").authorization()
 * }</pre>
 *
 * @param name the name to show; also the person's id
 * @param roles realm roles, lower case
 * @param areas area codes
 */
public record TestStaff(String name, List<String> roles, List<String> areas) {

    /** A person without any right yet. */
    public static TestStaff staff(String name) {
        return new TestStaff(name, List.of(), List.of());
    }

    /** The person with these realm roles. */
    public TestStaff as(String... roles) {
        return new TestStaff(name, List.of(roles), areas);
    }

    /** The person with rights in these areas. */
    public TestStaff in(String... areas) {
        return new TestStaff(name, roles, List.of(areas));
    }

    /** The value of the {@code Authorization} header: a bearer token that a service of a {@code PlatformTest} accepts. */
    public String authorization() {
        return "Bearer " + TestIssuer.shared().token(this);
    }
}
