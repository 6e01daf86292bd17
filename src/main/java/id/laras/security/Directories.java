package id.laras.security;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties.Provider;
import org.springframework.stereotype.Component;

/** What is configured besides our own accounts; the pages show it only then. */
@Component
public class Directories {

    private final OAuth2ClientProperties oidc;
    private final LoginSettings settings;

    Directories(OAuth2ClientProperties oidc, LoginSettings settings) {
        this.oidc = oidc;
        this.settings = settings;
    }

    /** A way in on the login page. */
    public record Button(String registration, String name) {}

    /** One for each OIDC registration, by its client name or else its id. */
    public List<Button> buttons() {
        return oidc.getRegistration().entrySet().stream()
                .map(entry -> new Button(
                        entry.getKey(),
                        entry.getValue().getClientName() == null
                                ? entry.getKey()
                                : entry.getValue().getClientName()))
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
    }

    /** Whether a directory lets people in who have no password of their own. */
    public boolean any() {
        return settings.ldap() != null || !oidc.getRegistration().isEmpty();
    }

    /** Whether the groups of a directory decide which roles its people have. */
    public boolean giveRoles() {
        return any() && !settings.roles().isEmpty();
    }

    /** Scheme, host and port of the OIDC providers: where a logging out may lead to. */
    Stream<String> origins() {
        return oidc.getProvider().values().stream()
                .flatMap(Directories::addresses)
                .map(URI::create)
                .map(address -> address.getScheme() + "://" + address.getRawAuthority())
                .distinct();
    }

    private static Stream<String> addresses(Provider provider) {
        return Stream.of(provider.getIssuerUri(), provider.getAuthorizationUri())
                .filter(address -> address != null);
    }
}
