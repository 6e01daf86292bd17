package id.laras.security;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking, read from the login. Authorities are the names of {@link Role}. */
@Component
public class CurrentActor {

    /** @throws IllegalStateException when nobody is logged in; the filter chains never let that happen */
    public Actor get() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !login.isAuthenticated()) {
            throw new IllegalStateException("Nobody is logged in");
        }
        return new Actor(login.getName(), roles(login));
    }

    private static Set<Role> roles(Authentication login) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (login.getAuthorities().stream()
                    .anyMatch(authority -> role.name().equals(authority.getAuthority()))) {
                roles.add(role);
            }
        }
        return Set.copyOf(roles);
    }
}
