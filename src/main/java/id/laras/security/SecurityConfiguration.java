package id.laras.security;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** The one door: which login opens which path. Finer questions ("whose evaluation?") are asked by the services. */
@Configuration
class SecurityConfiguration {

    /** Machines: no session, no cookie, the name and password with every call. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return http.securityMatcher("/engine-rest/**")
                .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                .httpBasic(withDefaults())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** People: pages, Tasklist and our API. */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("LARAS-CSRF");
        tokens.setHeaderName("X-Laras-CSRF");
        return http.authorizeHttpRequests(paths -> paths.requestMatchers(
                                "/actuator/health", "/actuator/health/**", "/login", "/laras/**", "/error")
                        .permitAll()
                        .requestMatchers("/actuator/**", "/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**")
                        .denyAll()
                        .requestMatchers("/hr/**")
                        .hasAuthority(Role.HR.name())
                        .requestMatchers("/audit/**")
                        .hasAnyAuthority(Role.HR.name(), Role.AUDITOR.name())
                        .anyRequest()
                        .authenticated())
                .formLogin(login -> login.loginPage("/login").permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new BrowserCsrfTokens())
                        .ignoringRequestMatchers("/camunda/**"))
                .build();
    }

    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService logins(Accounts accounts) {
        return name -> accounts.findById(name)
                .filter(account -> account.passwordHash() != null)
                .map(account -> User.withUsername(account.name())
                        .password(account.passwordHash())
                        .authorities(account.roles().stream()
                                .map(role -> new SimpleGrantedAuthority(role.name()))
                                .toList())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(name));
    }
}
