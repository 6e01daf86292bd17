package id.laras.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.security.CurrentActor;
import id.laras.words.Sentences;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
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

    /** Before the filter of the webapp that writes the policy. */
    @Bean
    FilterRegistrationBean<NoncePerRequest> nonces() {
        var filter = new FilterRegistrationBean<>(new NoncePerRequest());
        filter.setOrder(ORDER);
        filter.addUrlPatterns("/camunda/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> engineRestLogin() {
        return door(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
    }

    /**
     * Before the login filters, which end their login with the call: what is noted down is the application's own deed. And
     * outside of {@link QuestionBoundsFilter}, so that the question is noted as it came.
     */
    @Bean
    FilterRegistrationBean<EngineReadingFilter> readingsNoted(
            EngineReadings readings, CurrentActor actor, Sentences sentences, ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new EngineReadingFilter(readings, actor, sentences, json));
        filter.setOrder(ORDER - 2);
        filter.addUrlPatterns(
                "/engine-rest/*", "/camunda/api/engine/*", "/camunda/api/cockpit/*", "/camunda/api/tasklist/*");
        filter.addUrlPatterns(EngineQuestion.PAGES.toArray(String[]::new));
        return filter;
    }

    /** Outside of everything of Camunda's, so that nothing of it sees what is closed. */
    @Bean
    FilterRegistrationBean<EngineGate> engineGate(
            ProcessEngine engine, TaskRows rows, TakenTasks taken, Sentences sentences, ObjectMapper json) {
        var turns = new SearchTurns(Duration.ofSeconds(10));
        var gate = new FilterRegistrationBean<>(new EngineGate(engine, rows, taken, sentences, json, turns));
        gate.setOrder(ORDER - 3);
        gate.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        return gate;
    }

    /** Before the engine takes a question apart. */
    @Bean
    FilterRegistrationBean<QuestionBoundsFilter> questionsBounded(Sentences sentences, ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new QuestionBoundsFilter(sentences, json));
        filter.setOrder(ORDER - 1);
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

    /** Made by the filters, by its name. */
    public static final class SpringLogin implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            var login = SecurityContextHolder.getContext().getAuthentication();
            if (login == null || !login.isAuthenticated()) {
                return AuthenticationResult.unsuccessful();
            }
            var who = AuthenticationResult.successful(login.getName());
            var groups = EngineLogin.groups(login, engine);
            who.setGroups(groups);
            renew(request, engine, login.getName(), groups);
            return who;
        }

        /** The webapp keeps in the session what somebody was at its first call: a role that was withdrawn since would still read. */
        private static void renew(HttpServletRequest request, ProcessEngine engine, String name, List<String> groups) {
            var session = request.getSession(false);
            if (session == null) {
                return;
            }
            var known = AuthenticationUtil.getAuthsFromSession(session);
            if (known.getAuthenticationForProcessEngine(engine.getName()) instanceof UserAuthentication former
                    && !Set.copyOf(groups).equals(Set.copyOf(former.getGroupIds()))) {
                known.addOrReplace(AuthenticationUtil.createAuthentication(engine, name, groups, null));
            }
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // Spring Security has asked for the login long before.
        }
    }
}
