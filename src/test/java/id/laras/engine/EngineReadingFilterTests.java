package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.security.CurrentActor;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import id.laras.words.Sentences;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class EngineReadingFilterTests {

    private static final String TASK = "3f0c5a52-e62c-41f1-ad21-02fc00000001";

    private final EngineIds ids = mock(EngineIds.class);
    private final Deeds deeds = mock(Deeds.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final AtomicInteger transactions = new AtomicInteger();
    private final EngineReadings readings = new EngineReadings(ids, deeds, events, counted(), Clock.systemUTC());
    private final EngineReadingFilter filter =
            new EngineReadingFilter(readings, new CurrentActor(), mock(Sentences.class), new ObjectMapper());

    @BeforeEach
    void logIn() {
        as("HR");
        when(ids.businessKeys(anyCollection())).thenReturn(Map.of());
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    /** Rows that were sent before the reader hung up were read. */
    @Test
    void whoeverHangsUpInTheMiddleOfTheAnswerIsToldOfAllTheSame() {
        assertThatThrownBy(() -> ask("/engine-rest/history/variable-instance", (request, response) -> {
                    response.getWriter().write("[{");
                    response.flushBuffer();
                    throw new IOException("the reader is gone");
                }))
                .hasMessage("the reader is gone");
        verify(deeds).record(eq("ani"), eq(TrailEvent.ENGINE_SEARCHED), eq(null), any());
    }

    /** An answer that has been sent cannot be taken back when its note fails. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/history/task",
                "/engine-rest/task/" + TASK,
                "/engine-rest/task/" + TASK + "/variables"
            })
    void whatCannotBeNotedIsNotAnsweredToThoseWhoReadEverybodys(String path) {
        for (var role : List.of("HR", "AUDITOR")) {
            as(role);
            when(ids.businessKeys(anyCollection())).thenThrow(new IllegalStateException("no database"));
            var engine = mock(FilterChain.class);
            assertThatThrownBy(() -> ask(path, engine)).hasMessage("no database");
            verifyNoInteractions(engine);
            reset(ids);
        }
    }

    @Test
    void aSearchIsNotedBeforeItIsAnsweredAndSoWhenItIsRefused() throws Exception {
        ask("/engine-rest/history/task", (request, response) -> {
            verify(deeds).record(eq("ani"), eq(TrailEvent.ENGINE_SEARCHED), eq(null), any());
            ((MockHttpServletResponse) response).setStatus(403);
        });
        verify(deeds, times(1)).record(any(), any(), any(), any());
    }

    @Test
    void whatStaffAreRefusedAndDeedsThatAreRefusedAreNoReadings() throws Exception {
        when(ids.businessKeys(anyCollection())).thenReturn(Map.of(TASK, Optional.of("evaluation")));
        FilterChain refusing = (request, response) -> ((MockHttpServletResponse) response).setStatus(403);
        filter.doFilter(
                new MockHttpServletRequest("POST", "/engine-rest/task/" + TASK + "/complete"),
                new MockHttpServletResponse(),
                refusing);
        as("STAFF");
        ask("/engine-rest/task/" + TASK, refusing);
        verifyNoInteractions(deeds, events);
    }

    @Test
    void whatWasNotedAlreadyOpensNoTransaction() throws Exception {
        as("STAFF");
        when(ids.businessKeys(anyCollection())).thenReturn(Map.of(TASK, Optional.of("evaluation")));
        for (int i = 0; i < 3; i++) {
            ask("/camunda/api/engine/engine/default/task/" + TASK, (request, response) -> {});
            ask("/camunda/api/engine/engine/default/task/" + TASK + "/comment", (request, response) -> {});
            ask("/camunda/api/engine/engine/default/history/task", (request, response) -> {});
        }
        assertThat(transactions).hasValue(1);
        verify(events, times(1)).publishEvent(any(ProcessRead.class));
    }

    @Test
    void whatCouldNotBeWrittenIsTriedAgain() throws Exception {
        when(ids.businessKeys(anyCollection())).thenThrow(new IllegalStateException("no database"));
        assertThatThrownBy(() -> ask("/engine-rest/history/task", (request, response) -> {}))
                .hasMessage("no database");
        verify(deeds, never()).record(any(), any(), any(), any());
        reset(ids);
        ask("/engine-rest/history/task", (request, response) -> {});
        verify(deeds).record(eq("ani"), eq(TrailEvent.ENGINE_SEARCHED), eq(null), any());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/engine",
                "/engine-rest/engine/default",
                "/engine-rest/process-definition/key/Evaluation/xml",
                "/engine-rest/engine/default/filter",
                "/engine-rest/filter/" + TASK,
                "/engine-rest/user/count",
                "/engine-rest/version",
                "/camunda/api/engine/engine/default/authorization/check",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count"
            })
    void whatTellsOfNobodyIsNotNoted(String path) throws Exception {
        ask(path, (request, response) -> {});
        assertThat(transactions).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/filter/" + TASK + "/list",
                "/engine-rest/engine/default/filter/" + TASK + "/singleResult",
                "/engine-rest/task;version/",
                "/engine-rest//task",
                "/laras/engine-rest/engine/version/task",
                "/engine-rest/optimize/variable-update",
                "/engine-rest/something-new",
                "/camunda/api/cockpit/plugin/base/default/process-instance",
                // asks by business key and variables where somebody's evaluation stands
                "/camunda/api/cockpit/plugin/base/default/process-definition/" + TASK + "/called-process-definitions",
                "/camunda/api/tasklist/plugin/new/default/search"
            })
    void whateverElseAnswersIsNoted(String path) throws Exception {
        ask(path, (request, response) -> {});
        verify(deeds).record(eq("ani"), eq(TrailEvent.ENGINE_SEARCHED), eq(null), any());
    }

    private void ask(String path, FilterChain answer) throws Exception {
        filter.doFilter(new MockHttpServletRequest("GET", path), new MockHttpServletResponse(), answer);
    }

    private static void as(String... roles) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "ani", null, AuthorityUtils.createAuthorityList(roles)));
    }

    private TransactionOperations counted() {
        return new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                transactions.incrementAndGet();
                return TransactionOperations.withoutTransaction().execute(action);
            }
        };
    }
}
