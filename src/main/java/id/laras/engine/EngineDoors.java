package id.laras.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.security.CurrentActor;
import id.laras.security.Role;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells the engine's web applications and REST API who has come in through our own door. */
@Configuration
class EngineDoors {

    /** After Spring Security's filter (order -100), before the filters of the webapp that read the session. */
    private static final int ORDER = 101;

    @Bean
    FilterRegistrationBean<Filter> webappLogin() {
        return door(new ContainerBasedAuthenticationFilter(), "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> engineRestLogin() {
        return door(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
    }

    /** Before the login filters, which end their login with the call: what is noted down is the application's own deed. */
    @Bean
    FilterRegistrationBean<EngineReadingFilter> readingsNoted(EngineReadings readings, CurrentActor actor) {
        var filter = new FilterRegistrationBean<>(new EngineReadingFilter(readings, actor));
        filter.setOrder(ORDER - 1);
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/engine/*", "/camunda/api/cockpit/*");
        return filter;
    }

    /** Before everything that takes a question apart. */
    @Bean
    FilterRegistrationBean<QuestionBoundsFilter> questionsBounded(Sentences sentences, ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new QuestionBoundsFilter(sentences, json));
        filter.setOrder(ORDER - 2);
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        return filter;
    }

    private static FilterRegistrationBean<Filter> door(Filter filter, String... paths) {
        var door = new FilterRegistrationBean<>(filter);
        door.setName(filter.getClass().getSimpleName());
        door.setOrder(ORDER);
        door.addUrlPatterns(paths);
        door.addInitParameter("authentication-provider", SpringLogin.class.getName());
        return door;
    }

    /** Made by the filters, by its name. The groups are those of the login: a token may have fewer than its owner. */
    public static final class SpringLogin implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            var login = SecurityContextHolder.getContext().getAuthentication();
            if (login == null || !login.isAuthenticated()) {
                return AuthenticationResult.unsuccessful();
            }
            var who = AuthenticationResult.successful(login.getName());
            var roles = Arrays.stream(Role.values())
                    .filter(role -> login.getAuthorities().stream()
                            .anyMatch(authority -> role.name().equals(authority.getAuthority())))
                    .toList();
            who.setGroups(Stream.concat(roles.stream().map(Role::group), ofUnits(login.getName(), roles, engine))
                    .toList());
            return who;
        }

        /** The groups of the units that somebody is HR of. */
        private static Stream<String> ofUnits(String account, List<Role> roles, ProcessEngine engine) {
            return roles.contains(Role.UNIT_HR)
                    ? engine.getIdentityService().createGroupQuery().groupMember(account).list().stream()
                            .map(Group::getId)
                            .filter(group -> group.startsWith(Role.UNIT_HR.groupOf("")))
                    : Stream.of();
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // Spring Security has asked for the login long before.
        }
    }
}
