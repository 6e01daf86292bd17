package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class QuestionBoundsTests {

    private static final Optional<String> TOO_MANY = Optional.of("engine.question.tooMany");

    @Test
    void aListMayHoldAThousandIdsAndNotOneMore() {
        assertThat(broken("{\"processInstanceIds\":" + list("\"a\"", 1_000) + "}"))
                .isEmpty();
        assertThat(broken("{\"processInstanceIds\":" + list("\"a\"", 1_001) + "}"))
                .isEqualTo(TOO_MANY);
    }

    @Test
    void alternativesAndSortingsAreFewer() {
        assertThat(broken("{\"orQueries\":" + list("{\"name\":\"a\"}", 50) + "}"))
                .isEmpty();
        assertThat(broken("{\"orQueries\":" + list("{\"name\":\"a\"}", 51) + "}"))
                .isEqualTo(TOO_MANY);
    }

    @Test
    void manyListsTogetherAreBoundedToo() {
        assertThat(broken("{\"orQueries\":" + list("{\"assigneeIn\":" + list("\"a\"", 900) + "}", 6) + "}"))
                .isEqualTo(TOO_MANY);
    }

    /** Each of them searches the table of variables anew, for each row. */
    @Test
    void conditionsOnVariablesAreCountedTogether() {
        var some = "{\"processVariables\":" + list("{\"name\":\"a\"}", 10) + "}";
        assertThat(broken("{\"orQueries\":" + list(some, 5) + "}")).isEmpty();
        assertThat(broken("{\"orQueries\":" + list(some, 6) + "}")).isEqualTo(TOO_MANY);
        assertThat(broken("{\"variables\":{\"answer\":{\"value\":{\"results\":"
                        + list("{\"indicators\":" + list("{}", 9) + "}", 9) + "}}}}"))
                .as("an answer asks nothing")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"variables", "processVariables", "taskVariables", "variableValues", "process%56ariables"})
    void soAreThoseInAnAddress(String parameter) throws Exception {
        for (var many : List.of(50, 51)) {
            var request = new MockHttpServletRequest("GET", "/engine-rest/filter/a1/list");
            request.setQueryString("x=1&" + parameter + "=" + "a_eq_1,".repeat(many - 1) + "a_eq_1");
            var engine = new MockFilterChain();
            new QuestionBoundsFilter(mock(), new ObjectMapper())
                    .doFilter(request, new MockHttpServletResponse(), engine);
            assertThat(engine.getRequest() != null).as(many + " of them").isEqualTo(many == 50);
        }
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(broken("[".repeat(20) + "]".repeat(20))).isEmpty();
        assertThat(broken("[".repeat(100_000))).contains("engine.question.tooDeep");
        assertThat(broken("{\"a\":".repeat(21) + "1" + "}".repeat(21))).contains("engine.question.tooDeep");
    }

    @Test
    void whatIsNoJsonIsNotHandedOn() {
        assertThat(broken("{\"a\": ")).contains("engine.problem.unreadable");
        assertThat(broken("")).isEmpty();
    }

    @Test
    void aPageHasAtMostTwoThousandRows() {
        assertThat(QuestionBounds.isPageTooLarge("2000")).isFalse();
        assertThat(QuestionBounds.isPageTooLarge("2001")).isTrue();
        assertThat(QuestionBounds.isPageTooLarge("15", "99999999999999")).isTrue();
        assertThat(QuestionBounds.isPageTooLarge("0")).isFalse();
    }

    /** The engine takes nines of any alphabet, and -1 as no limit at all. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0669\u0669\u0669\u0669\u0669", "-1", "", " 5", "+5", "0x1", "nothing", "00002000"})
    void aPageIsAPlainNumber(String size) {
        assertThat(QuestionBounds.isPageTooLarge(size)).isTrue();
    }

    /** The server counts parameters up to a limit and drops the others; the engine reads all and takes the first. */
    @Test
    void noPageHidesBehindManyParameters() throws Exception {
        var request = new MockHttpServletRequest("GET", "/engine-rest/filter/a1/list");
        request.setQueryString("a&".repeat(1_000) + "maxResults=99999");
        var engine = new MockFilterChain();
        new QuestionBoundsFilter(mock(), new ObjectMapper()).doFilter(request, new MockHttpServletResponse(), engine);
        assertThat(((HttpServletRequest) engine.getRequest()).getQueryString()).startsWith("maxResults=2000&a&");
    }

    /** How many opinions are in: whoever asked every minute would know when each came. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"processVariables\":[{\"name\":\"nrOfCompletedInstances\",\"operator\":\"eq\",\"value\":2}]}",
                "{\"orQueries\":[{\"processVariables\":[{\"name\":\"NROFactiveInstances\"}]}]}",
                "{\"sorting\":[{\"parameters\":{\"variable\":\"nrOf\\u0049nstances\",\"type\":\"Integer\"}}]}",
                "{\"taskVariables\":[{\"name\":\"loopCounter\"}]}",
                // databases make an S and an I of these where case does not count
                "{\"variableNamesIgnoreCase\":true,\"processVariables\":[{\"name\":\"nrOfIn\u017ftances\"}]}",
                "{\"variableNamesIgnoreCase\":true,\"processVariables\":[{\"name\":\"nrOf\u0131nstances\"}]}"
            })
    void noBodyAsksForCounters(String question) {
        assertThat(broken(question)).contains("engine.question.counter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "processVariables=nrOfCompletedInstances_eq_2",
                "name=a&processVariables=a_eq_1%2CnrOf%49nstances_gt_1",
                "processVariables=a_eq_1,nrofactiveinstances_eq_1&x=%zz",
                "variableNamesIgnoreCase=true&processVariables=nrOfCompletedIn%C5%BFtances_eq_1"
            })
    void noAddressAsksForCounters(String query) throws Exception {
        var request = new MockHttpServletRequest("GET", "/engine-rest/task");
        request.setQueryString(query);
        var engine = new MockFilterChain();
        var response = new MockHttpServletResponse();
        new QuestionBoundsFilter(mock(), new ObjectMapper()).doFilter(request, response, engine);
        assertThat(engine.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(400);
    }

    @Test
    void aTextThatSpeaksOfCountersIsNone() {
        assertThat(broken("{\"variables\":{\"answer\":{\"value\":\"{a: 'nrOfInstances'}\"}}}"))
                .isEmpty();
    }

    private static Optional<String> broken(String question) {
        return QuestionBounds.broken(question.getBytes(StandardCharsets.UTF_8));
    }

    private static String list(String element, int times) {
        return "[" + String.join(",", Collections.nCopies(times, element)) + "]";
    }
}
