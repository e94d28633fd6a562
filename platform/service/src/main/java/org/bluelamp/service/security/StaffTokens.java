package org.bluelamp.service.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Reads a member of staff out of an access token of the realm in {@code keycloak/}: realm roles in
 * {@code realm_access.roles}, groups as full paths in {@code areas}. Roles and groups that Bluelamp does not know are
 * no rights and are passed over.
 */
final class StaffTokens {

    private StaffTokens() {}

    /** Who is signed in, or empty when nobody is. */
    static Optional<StaffMember> member(@Nullable Authentication authentication) {
        if (!(authentication instanceof JwtAuthenticationToken token) || !token.isAuthenticated()) {
            return Optional.empty();
        }
        Jwt jwt = token.getToken();
        return Optional.ofNullable(jwt.getSubject())
                .map(id -> new StaffMember(id, name(jwt).orElse(id), roles(jwt), areas(jwt)));
    }

    private static Optional<String> name(Jwt token) {
        return Stream.of("name", "preferred_username")
                .flatMap(claim -> Stream.ofNullable(token.getClaimAsString(claim)))
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    static Collection<GrantedAuthority> authorities(Jwt token) {
        return roles(token).stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    private static Set<Role> roles(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        Object names = access == null ? null : access.get("roles");
        Set<String> held = strings(names).collect(Collectors.toSet());
        Set<Role> roles = EnumSet.allOf(Role.class);
        roles.removeIf(role -> !held.contains(role.name().toLowerCase(Locale.ROOT)));
        return roles;
    }

    private static Set<AreaCode> areas(Jwt token) {
        return strings(token.getClaim("areas"))
                .map(path -> path.startsWith("/") ? path.substring(1) : path)
                .flatMap(code -> area(code).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<AreaCode> area(String code) {
        try {
            return Optional.of(new AreaCode(code));
        } catch (IllegalArgumentException notAnArea) {
            return Optional.empty();
        }
    }

    private static Stream<String> strings(@Nullable Object claim) {
        return claim instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast)
                : Stream.empty();
    }
}
