package id.laras.engine.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.laras.engine.LostRaces;
import id.laras.rules.Refusal;
import id.laras.words.Sentences;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A race that is lost where no transaction of ours stands around it is no failure of the server either. */
class LostRacesWithoutServiceTests {

    private final LostRaces races = new LostRaces(List.of());
    private RuntimeException failure;

    private final MockMvc web = web();

    static List<RuntimeException> races() {
        return List.of(
                new OptimisticLockingException("ENGINE-03005"),
                new OptimisticLockingFailureException("stale"),
                new DataIntegrityViolationException("insert", new SQLException("Duplicate entry", "23000", 1062)));
    }

    @ParameterizedTest
    @MethodSource("races")
    void aPageSaysThatItIsAConflict(RuntimeException race) throws Exception {
        failure = race;
        web.perform(post("/page")).andExpect(status().isConflict());
    }

    @ParameterizedTest
    @MethodSource("races")
    void aScriptReadsARefusal(RuntimeException race) throws Exception {
        failure = race;
        web.perform(post("/api"))
                .andExpect(
                        race instanceof OptimisticLockingException
                                ? status().isServiceUnavailable()
                                : status().isUnprocessableEntity())
                .andExpect(jsonPath("$.problems[0]").value("said"));
    }

    @Test
    void whatIsNoRaceFailsAsEver() {
        failure = new DataIntegrityViolationException("null", new SQLException("Column 'x'", "23000", 1048));
        assertThatThrownBy(() -> web.perform(post("/page"))).hasRootCauseMessage("Column 'x'");
        assertThatThrownBy(() -> web.perform(post("/api"))).hasRootCauseMessage("Column 'x'");
    }

    private MockMvc web() {
        var sentences = mock(Sentences.class);
        when(sentences.of(any(Refusal.class))).thenReturn(List.of("said"));
        return MockMvcBuilders.standaloneSetup(new Pages(), new Scripts())
                .setControllerAdvice(new ApiProblems(sentences, races), new LostRacesOnPages(races))
                .build();
    }

    @Controller
    final class Pages {

        @PostMapping("/page")
        String send() {
            throw failure;
        }
    }

    @RestController
    final class Scripts {

        @PostMapping("/api")
        String send() {
            throw failure;
        }
    }
}
