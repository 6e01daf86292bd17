package id.laras.security;

import java.util.Set;

/** Who is asking, as the domain sees them: an account and its roles. */
public record Actor(String account, Set<Role> roles) {

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
