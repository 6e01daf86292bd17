package id.laras.security;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Login through OpenID Connect, there only when a registration is configured. */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
class OidcDoor {

    /** What a provider may take for one answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcRegistrations registrations;
    private final DirectoryLogins directory;
    private final LoginSettings.Oidc settings;
    private final Clock clock;
    private final OidcUserService users = new OidcUserService();

    OidcDoor(OidcRegistrations registrations, DirectoryLogins directory, LoginSettings settings, Clock clock) {
        this.registrations = registrations;
        this.directory = directory;
        this.settings = settings.oidc();
        this.clock = clock;
        var asked = new RestTemplate(impatient());
        asked.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var info = new DefaultOAuth2UserService();
        info.setRestOperations(asked);
        users.setOauth2UserService(info);
    }

    void open(HttpSecurity http, RequestCache wanted, LoginLog log) throws Exception {
        var refused = RefusedLogin.byProvider(log);
        http.oauth2Login(login -> login.loginPage("/login")
                // the provider's tokens go with the session, not into a store that nobody empties
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(withProofKey()))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens()))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::enter))
                .successHandler(new LetIn(
                        wanted,
                        (request, response, account) -> log.letIn(LoginLog.Way.OIDC, account, Caller.of(request))))
                .failureHandler(refused)
                .addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(refused);
                        return filter;
                    }
                }));
    }

    /** Ends the provider's session too, else its button would let the next person at this desk in at once. */
    LogoutSuccessHandler wayOut(RedirectStrategy leading) {
        var out = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        out.setPostLogoutRedirectUri("{baseUrl}/login?logout");
        out.setDefaultTargetUrl("/login?logout");
        out.setRedirectStrategy(leading);
        return out;
    }

    private OidcPerson enter(OidcUserRequest request) {
        var person = users.loadUser(request);
        var account = directory.enter(new DirectoryPerson(
                request.getClientRegistration().getRegistrationId(),
                account(person, settings.accountClaim()),
                person.getFullName(),
                person.getEmail(),
                new HashSet<>(groups(person))));
        return new OidcPerson(account, clock, person);
    }

    /** An address that nobody has verified is whatever the person has typed. */
    static String account(OidcUser person, String claim) {
        return StandardClaimNames.EMAIL.equals(claim) && !Boolean.TRUE.equals(person.getEmailVerified())
                ? null
                : person.getClaimAsString(claim);
    }

    private List<String> groups(OidcUser person) {
        var groups = person.getClaimAsStringList(settings.groupsClaim());
        return groups == null ? List.of() : groups;
    }

    private OAuth2AuthorizationRequestResolver withProofKey() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(impatient())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static SimpleClientHttpRequestFactory impatient() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return requests;
    }
}
