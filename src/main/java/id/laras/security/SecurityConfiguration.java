package id.laras.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The one door: which login opens which path. Finer questions ("whose evaluation?") are asked by the services.
 *
 * <p>People log in once, with a form or at an OIDC provider, for our pages, Tasklist and our API. Machines bring a token in
 * every call, or name and password to {@code /engine-rest}.
 */
@Configuration
@EnableConfigurationProperties({LoginSettings.class, WebSettings.class, OAuth2ClientProperties.class})
class SecurityConfiguration {

    /** Browsers hold a form also to where its answer leads: logging out goes on at the provider. */
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
                    + "form-action 'self'%s; frame-ancestors 'none'";

    /** Our API for machines: a token and nothing else, so that no other site can use somebody's session by it. */
    @Bean
    @Order(0)
    SecurityFilterChain tokens(
            HttpSecurity http,
            Logins logins,
            ApiTokenService tokens,
            LoginLog log,
            WebSettings web,
            List<LargeUploads> large)
            throws Exception {
        var api = at("/api/**");
        return http.securityMatcher(request -> api.matches(request) && ApiTokenFilter.isIn(request))
                .authorizeHttpRequests(SecurityConfiguration::doors)
                .addFilterBefore(new ApiTokenFilter(tokens, log), AuthorizationFilter.class)
                .addFilterBefore(
                        new StandingLogin(logins, request -> false, request -> true), AuthorizationFilter.class)
                .addFilterAfter(uploads(large), AuthorizationFilter.class)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(askForLogin()).accessDeniedHandler(closed()))
                .csrf(csrf -> csrf.disable())
                .headers(headers -> stayOnTls(headers, web))
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(
            HttpSecurity http, Logins logins, ApiTokenService tokens, LoginLog log, WebSettings web) throws Exception {
        return http.securityMatcher(at("/engine-rest/**"))
                .authorizeHttpRequests(paths -> paths.requestMatchers(ModellingTool::isOfAnotherSite)
                        // A browser that keeps a password for Basic would send it along with another site's call.
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic ->
                        basic.authenticationDetailsSource(Caller::of).authenticationEntryPoint(askForPassword()))
                .addFilterBefore(new ApiTokenFilter(tokens, log), AuthorizationFilter.class)
                .addFilterBefore(
                        new StandingLogin(logins, request -> false, request -> true), AuthorizationFilter.class)
                .csrf(csrf -> csrf.disable())
                .headers(headers -> stayOnTls(headers, web))
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            Logins logins,
            WebSettings web,
            Directories directories,
            PasswordDoors doors,
            ObjectProvider<OidcDoor> oidc,
            List<LargeUploads> large)
            throws Exception {
        http.getSharedObject(AuthenticationManagerBuilder.class)
                .parentAuthenticationManager(null)
                .authenticationProvider(doors.forPeople());
        var wanted = pagesOnly(web);
        var door = oidc.getIfAvailable();
        if (door != null) {
            door.open(http, wanted, doors.log());
        }
        return http.authorizeHttpRequests(SecurityConfiguration::doors)
                .formLogin(login -> login.loginPage("/login")
                        .authenticationDetailsSource(Caller::of)
                        .successHandler(new LetIn(
                                wanted,
                                (request, response, account) ->
                                        doors.clients().rememberBrowser(account, request, response)))
                        .failureHandler(RefusedLogin.byForm()))
                .logout(logout -> logout(logout, door, web))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(web))
                        .csrfTokenRequestHandler(new BrowserCsrfTokens())
                        // has a filter of its own there
                        .ignoringRequestMatchers(at("/camunda/**")))
                .addFilterBefore(uploads(large), CsrfFilter.class)
                .addFilterBefore(
                        new StandingLogin(logins, withoutOwnPassword(), SecurityConfiguration::isCalledByScript),
                        AuthorizationFilter.class)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(askForLogin()).accessDeniedHandler(closed()))
                .requestCache(cache -> cache.requestCache(wanted))
                .headers(headers -> headers(headers, directories, web))
                .build();
    }

    private static Uploads uploads(List<LargeUploads> large) {
        return new Uploads(SecurityConfiguration::lets, large, askForLogin(), closed());
    }

    /** What {@link #doors} will say, for those who must know it before. */
    private static boolean lets(HttpServletRequest request, Authentication who) {
        return Arrays.stream(Access.values())
                .filter(line -> at(line.path()).matches(request))
                .findFirst()
                .filter(line -> switch (line.who()) {
                    case ANYBODY, LOGGED_IN -> true;
                    case ROLES ->
                        who.getAuthorities().stream()
                                .anyMatch(held -> List.of(line.authorities()).contains(held.getAuthority()));
                    case NOBODY -> false;
                })
                .isPresent();
    }

    /** Behind a path without a line there is nothing that anybody could be refused. */
    private static AccessDeniedHandler closed() {
        var known = new OrRequestMatcher(
                Arrays.stream(Access.values()).map(line -> at(line.path())).toList());
        var forbidden = new AccessDeniedHandlerImpl();
        return (request, response, denied) -> {
            if (known.matches(request)) {
                forbidden.handle(request, response, denied);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        };
    }

    private static void doors(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        for (var line : Access.values()) {
            var door = paths.requestMatchers(at(line.path()));
            switch (line.who()) {
                case ANYBODY -> door.permitAll();
                case LOGGED_IN -> door.authenticated();
                case ROLES -> door.hasAnyAuthority(line.authorities());
                case NOBODY -> door.denyAll();
            }
        }
        paths.anyRequest().denyAll();
    }

    /**
     * Matches the whole path, whichever servlet answers it. A plain string would be matched within the servlet's own
     * mapping, so that a rule for {@code /engine-rest/**} would silently hold for nothing.
     */
    private static RequestMatcher at(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    /** A person is led to the login page, and told when their session is over; a script is told 401, it could not read a page. */
    private static AuthenticationEntryPoint askForLogin() {
        var page = new LoginUrlAuthenticationEntryPoint("/login");
        page.setFavorRelativeUris(true);
        var expired = new LoginUrlAuthenticationEntryPoint("/login?expired");
        expired.setFavorRelativeUris(true);
        return (request, response, e) -> {
            var over = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            if (isCalledByScript(request)) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                (over ? expired : page).commence(request, response, e);
            }
        };
    }

    /** One session, one end: logging out of Tasklist logs out of everything, the pages' at the OIDC provider too. */
    private static void logout(LogoutConfigurer<HttpSecurity> logout, OidcDoor door, WebSettings web) {
        var path = PathPatternRequestMatcher.withDefaults();
        var tasklist = path.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");
        var pages = path.matcher(HttpMethod.POST, "/logout");
        logout.logoutRequestMatcher(request -> tasklist.matches(request) || pages.matches(request))
                // a cookie of a session that is over would call the next visit an expired one
                .addLogoutHandler((request, response, who) -> SessionCookie.end(request, response, web))
                .defaultLogoutSuccessHandlerFor(new HttpStatusReturningLogoutSuccessHandler(), tasklist)
                .defaultLogoutSuccessHandlerFor(wayOut(door), pages);
    }

    /** A page is led out, to the provider who let the person in or to our login; a script is told the address and goes there. */
    private static LogoutSuccessHandler wayOut(OidcDoor door) {
        var local = new SimpleUrlLogoutSuccessHandler();
        local.setDefaultTargetUrl("/login?logout");
        local.setRedirectStrategy(SecurityConfiguration::leadOut);
        return door == null ? local : door.wayOut(SecurityConfiguration::leadOut);
    }

    private static void leadOut(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        if (MediaType.TEXT_PLAIN_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT))) {
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.getWriter().write((address.startsWith("/") ? request.getContextPath() : "") + address);
        } else {
            new DefaultRedirectStrategy().sendRedirect(request, response, address);
        }
    }

    /** A machine that has to wait is told how long; else that a password is wanted. */
    private static AuthenticationEntryPoint askForPassword() {
        var basic = new BasicAuthenticationEntryPoint();
        basic.setRealmName("Laras");
        return (request, response, e) -> {
            if (e instanceof TooManyAttempts wait) {
                RefusedLogin.tooMany(response, wait);
            } else if (e instanceof InternalAuthenticationServiceException) {
                // nobody could look whether it is right, so nobody says that it is wrong
                throw e;
            } else {
                basic.commence(request, response, e);
            }
        };
    }

    static CookieCsrfTokenRepository csrfCookie(WebSettings web) {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName(web.cookie("LARAS-CSRF"));
        tokens.setHeaderName("X-Laras-CSRF");
        tokens.setCookieCustomizer(cookie -> {
            cookie.sameSite("Lax");
            if (web.tls()) {
                cookie.secure(true).path("/");
            }
        });
        return tokens;
    }

    /** After the login one comes back to the page one wanted, never to the answer of a script's call. */
    private static WantedPage pagesOnly(WebSettings web) {
        return new WantedPage(request -> "GET".equals(request.getMethod()) && !isCalledByScript(request), web);
    }

    private static RequestMatcher withoutOwnPassword() {
        return new OrRequestMatcher(
                at(StandingLogin.OWN_PASSWORD), at("/login"), at("/logout"), at("/laras/**"), at("/error"));
    }

    private static boolean isCalledByScript(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/camunda/api/");
    }

    /** Of this host only: what else the agency serves under its name is its own business. */
    private static void stayOnTls(HeadersConfigurer<HttpSecurity> headers, WebSettings web) {
        headers.httpStrictTransportSecurity(hsts -> {
            if (web.hsts().isZero()) {
                hsts.disable();
            } else {
                hsts.includeSubDomains(false)
                        .maxAgeInSeconds(web.hsts().toSeconds())
                        .requestMatcher(request -> web.tls() || request.isSecure());
            }
        });
    }

    /** The webapp sends a policy of its own; ours would stop its scripts. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers, Directories directories, WebSettings web) {
        stayOnTls(headers, web);
        var webapp = at("/camunda/**");
        var policy = POLICY.formatted(
                directories.origins().map(origin -> " " + origin).collect(Collectors.joining()));
        headers.frameOptions(frame -> frame.deny())
                .referrerPolicy(Customizer.withDefaults())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(webapp), new ContentSecurityPolicyHeaderWriter(policy)));
    }

    /** @param strength log2 of the rounds of bcrypt */
    @Bean
    static PasswordEncoder passwords(@Value("${laras.password-strength:10}") int strength) {
        return new BCryptPasswordEncoder(strength);
    }

    /** The only provider that is a bean, and so the one of every chain that names no other. */
    @Bean
    static PasswordDoor machinePasswords(PasswordDoors doors) {
        return doors.forMachines();
    }

    /** Before everything but the filter that knows what a proxy has forwarded. */
    @Bean
    static FilterRegistrationBean<KnownHosts> knownHosts(WebSettings web) {
        var filter = new FilterRegistrationBean<>(new KnownHosts(web.hosts()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
