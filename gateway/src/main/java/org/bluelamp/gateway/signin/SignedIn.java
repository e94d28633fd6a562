package org.bluelamp.gateway.signin;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.web.page.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** What the gateway knows of the member of staff who is signed in. Rights are decided by the services. */
public final class SignedIn {

    private static final String ROLE = "ROLE_";

    private SignedIn() {}

    /** The member of staff, or null when nobody is signed in. */
    public static @Nullable Staff staff(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof OidcUser user
                ? new Member(user.getFullName() == null ? user.getName() : user.getFullName(), roles(authentication))
                : null;
    }

    private record Member(String name, Set<String> roleNames) implements Staff {}

    /** The realm roles, lower case. */
    private static Set<String> roles(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(ROLE))
                .map(authority -> authority.substring(ROLE.length()).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The realm roles of an ID token as authorities. */
    static Set<GrantedAuthority> authorities(OidcIdToken token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        Collection<?> names = access != null && access.get("roles") instanceof Collection<?> roles ? roles : List.of();
        return names.stream()
                .map(name -> new SimpleGrantedAuthority(ROLE + name.toString().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
