package org.bluelamp.service.security;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.Staff;
import org.springframework.security.access.AccessDeniedException;

/**
 * The member of staff who makes a request, as their access token tells it. Controllers take it as a parameter.
 *
 * @param id the token's subject, stable for the person
 * @param name the name to show
 * @param roles what they may do
 * @param areas where they may do it; a right in an area holds in all areas below
 */
public record StaffMember(String id, String name, Set<Role> roles, Set<AreaCode> areas) implements Staff {

    public StaffMember {
        roles = Set.copyOf(roles);
        areas = Set.copyOf(areas);
    }

    @Override
    public Set<String> roleNames() {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the person holds the role and one of their areas covers the area. */
    public boolean may(Role role, AreaCode area) {
        return roles.contains(role) && areas.stream().anyMatch(own -> own.covers(area));
    }

    /** @throws AccessDeniedException when the person may not act in that role in that area */
    public void require(Role role, AreaCode area) {
        if (!may(role, area)) {
            throw new AccessDeniedException(name + " is not " + role + " in " + area);
        }
    }
}
