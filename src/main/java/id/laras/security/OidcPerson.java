package id.laras.security;

import java.time.Clock;
import java.util.Map;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A login as any other; only the way out leads to the provider, which wants its token back for that. */
final class OidcPerson extends Login implements OidcUser {

    private static final long serialVersionUID = 1;

    private final OidcUser provided;

    OidcPerson(Account account, Clock clock, OidcUser provided) {
        super(account, clock);
        this.provided = provided;
    }

    /** The account, never what the provider calls the person. */
    @Override
    public String getName() {
        return getUsername();
    }

    @Override
    public OidcIdToken getIdToken() {
        return provided.getIdToken();
    }

    @Override
    public OidcUserInfo getUserInfo() {
        return provided.getUserInfo();
    }

    @Override
    public Map<String, Object> getClaims() {
        return provided.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return provided.getAttributes();
    }
}
