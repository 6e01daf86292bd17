package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.processes.Models;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
}
