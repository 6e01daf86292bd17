package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.laras.processes.Models;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

class AccountVariablesTests {

    private static final Pattern PLAIN = Pattern.compile("[$]\\{(\\w+)}");

    @Test
    void everyVariableThatAModelAssignsATaskByIsKnownToHoldAnAccount() {
        var assigned = Models.all().stream()
                .flatMap(model -> model.all(UserTask.class))
                .map(task -> PLAIN.matcher(String.valueOf(task.getCamundaAssignee())))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
        assertThat(assigned).isEqualTo(AccountVariables.NAMES);
    }

    @Test
    void staffReadNoAccountsOfEvaluationsFromBeforeTheWordEither() {
        var identity = mock(IdentityService.class);
        when(identity.getCurrentAuthentication()).thenReturn(new Authentication("staf", List.of("staf")));
        var variables = Variables.putValue("supervisor", "kabid").putValue("employeeName", "Budi");
        assertThat(new AccountVariables(identity).withoutThem(variables)).containsOnlyKeys("employeeName");
    }
}
