package id.laras.security;

import static id.laras.security.DirectoryRefusal.Why.UNREACHABLE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * The OIDC providers of the configuration. Each is asked for its addresses at the first login through it, not at the start:
 * Laras starts and lets its own accounts in while a provider is down.
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
class OidcRegistrations implements ClientRegistrationRepository {

    private static final Logger LOG = LoggerFactory.getLogger(OidcRegistrations.class);
    private static final String OPENID = "openid";

    private final OAuth2ClientProperties properties;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    /** @throws IllegalStateException when a registration leaves the scope {@code openid} out: it would tell no identity */
    OidcRegistrations(OAuth2ClientProperties properties) {
        this.properties = properties;
        properties.getRegistration().forEach((id, registration) -> {
            if (registration.getScope() == null) {
                registration.setScope(new LinkedHashSet<>(List.of(OPENID, "profile", "email")));
            } else if (!registration.getScope().contains(OPENID)) {
                throw new IllegalStateException("spring.security.oauth2.client.registration." + id
                        + ".scope lacks openid: only OpenID Connect tells who somebody is.");
            }
        });
    }

    Set<String> ids() {
        return properties.getRegistration().keySet();
    }

    /** @throws DirectoryRefusal when the provider cannot be asked for its addresses */
    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return ids().contains(id) ? known.computeIfAbsent(id, this::ask) : null;
    }

    private ClientRegistration ask(String id) {
        var one = new OAuth2ClientProperties();
        one.getProvider().putAll(properties.getProvider());
        one.getRegistration().put(id, properties.getRegistration().get(id));
        try {
            return new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id);
        } catch (RuntimeException e) {
            LOG.error("The OIDC provider {} cannot be asked for its addresses", id, e);
            throw new DirectoryRefusal(UNREACHABLE, "OIDC provider " + id + " is not to be reached", e);
        }
    }
}
