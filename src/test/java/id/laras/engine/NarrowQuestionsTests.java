package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.security.Role;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.camunda.bpm.engine.rest.dto.history.HistoricVariableInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.VariableInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.UriComponentsBuilder;

class NarrowQuestionsTests {

    /** Each evaluation has some thirty variables: looking at all of them took 20 s with a hundred evaluations. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /engine-rest/history/variable-instance",
                "GET /engine-rest/history/variable-instance?variableName=employee",
                "GET /engine-rest/history/variable-instance?processInstanceId=",
                "GET /engine-rest/history/variable-instance/count?processInstanceIdIn=,",
                "GET /engine-rest/history/variable-instance?x=processInstanceId&processInstanceId=+&processInstanceId=a",
                // no question of this one, so the engine would overlook it
                "GET /engine-rest/variable-instance?processInstanceId=a1",
                "GET /camunda/api/engine/engine/default/variable-instance/count",
                "POST /engine-rest/history/variable-instance?processInstanceId=a1",
                "POST /engine-rest/history/variable-instance {}",
                "POST /engine-rest/history/variable-instance/count {\"variableName\":\"employee\"}",
                "POST /engine-rest/history/variable-instance {\"processInstanceId\":\"a1\",\"processInstanceId\":null}",
                "POST /engine-rest/history/variable-instance {\"processInstanceIdIn\":[]}",
                "POST /engine-rest/variable-instance {\"processInstanceId\":\"a1\"}",
                "POST /engine-rest/variable-instance {\"processInstanceIdIn\":[null]}",
                "POST /camunda/api/engine/engine/default/variable-instance/count {\"variableValues\":[]}"
            })
    void nobodyListsTheVariablesOfAllProcesses(String question) throws Exception {
        assertThat(asked(question).getStatus()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /engine-rest/history/variable-instance?processInstanceId=a1",
                "GET /engine-rest/history/variable-instance/count?variableName=x&processInstanceIdIn=a1,a2",
                "GET /engine-rest/variable-instance?processInstanceIdIn=a1",
                "GET /engine-rest/variable-instance/a1",
                "GET /engine-rest/process-instance/a1/variables",
                "GET /engine-rest/task?assignee=ani",
                "GET /engine-rest/task/count?processInstanceBusinessKey=a1",
                "GET /engine-rest/task/a1",
                "POST /engine-rest/task {\"candidateGroups\":[\"sdm\"],\"nameLike\":\"%a%\"}",
                "POST /engine-rest/filter/a1/list {}",
                "POST /engine-rest/history/variable-instance {\"processInstanceId\":\"a1\"}",
                "POST /engine-rest/history/variable-instance/count {\"processInstanceIdIn\":[\"a1\"]}",
                "POST /camunda/api/engine/engine/default/variable-instance {\"processInstanceIdIn\":[\"a1\"]}"
            })
    void whatIsNarrowIsListed(String question) throws Exception {
        assertThat(asked(question).getStatus()).isEqualTo(200);
    }

    /** The engine goes through the open tasks of everybody to find those that one may read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /engine-rest/task",
                "GET /engine-rest/task/count?nameLike=%25a%25",
                "GET /camunda/api/engine/engine/default/task?processVariables=employee_eq_a",
                "GET /engine-rest/task?candidateGroups=,",
                "POST /engine-rest/task?assignee=ani",
                "POST /engine-rest/task {\"orQueries\":[{\"assignee\":\"ani\",\"name\":\"a\"}]}",
                "POST /camunda/api/engine/engine/default/task/count {\"assignee\":\"\"}"
            })
    void nobodyListsTheTasksOfAllButWhoOversees(String question) throws Exception {
        assertThat(asked(question).getStatus()).isEqualTo(400);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "ani", null, AuthorityUtils.createAuthorityList(Role.AUDITOR.name())));
        try {
            assertThat(asked(question).getStatus()).isEqualTo(200);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** What the engine does not know it overlooks, and then searches everything. */
    @Test
    void theEngineKnowsEachOfTheseConditions() {
        var questions =
                List.of(HistoricVariableInstanceQueryDto.class, VariableInstanceQueryDto.class, TaskQueryDto.class);
        for (var i = 0; i < questions.size(); i++) {
            var known = Arrays.stream(questions.get(i).getMethods())
                    .map(method -> method.getAnnotation(CamundaQueryParam.class))
                    .filter(Objects::nonNull)
                    .map(CamundaQueryParam::value)
                    .toList();
            assertThat(known).containsAll(NarrowQuestions.RULES.get(i).names());
        }
    }

    private static MockHttpServletResponse asked(String question) throws Exception {
        var parts = question.split(" ", 3);
        var address = URI.create(parts[1]);
        var request = new MockHttpServletRequest(parts[0], address.getPath());
        request.setQueryString(address.getRawQuery());
        UriComponentsBuilder.fromUri(address)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> request.addParameter(
                        name, value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8))));
        if (parts.length > 2) {
            request.setContentType("application/json");
            request.setContent(parts[2].getBytes(StandardCharsets.UTF_8));
        }
        var response = new MockHttpServletResponse();
        new QuestionBoundsFilter(mock(), new ObjectMapper()).doFilter(request, response, new MockFilterChain());
        return response;
    }
}
