package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whoever may deploy a model must not run whatever code they like. */
@LarasTest
class ModelCodeTests {

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService processes;

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='x' scriptFormat='groovy'><script>1</script></scriptTask>",
                "<serviceTask id='x' camunda:class='org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior'/>",
                "<serviceTask id='x' camunda:type='shell'/>",
                "<serviceTask id='x' camunda:type='external' camunda:topic='t'/>",
                "<task id='x'><extensionElements><camunda:executionListener event='start'>"
                        + "<camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener>"
                        + "</extensionElements></task>",
                "<task id='x'><extensionElements><camunda:executionListener event='start' class='java.lang.Object'/>"
                        + "</extensionElements></task>",
                "<userTask id='x'><extensionElements><camunda:taskListener event='create' class='java.lang.Object'/>"
                        + "</extensionElements></userTask>",
                "<task id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>"
                        + "<camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter>"
                        + "</camunda:inputOutput></extensionElements></task>",
                "<task id='x'/><task id='y'/><sequenceFlow id='f' sourceRef='x' targetRef='y'>"
                        + "<conditionExpression xsi:type='tFormalExpression' language='groovy'>1</conditionExpression>"
                        + "</sequenceFlow>"
            })
    void aModelThatBringsCodeIsNotDeployed(String content) {
        assertThatThrownBy(() -> deploy("Code", "<startEvent id='s'/>" + content))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("no code of its own");
        assertThat(models.createProcessDefinitionQuery()
                        .processDefinitionKey("Code")
                        .count())
                .isZero();
    }

    @Test
    void expressionsSeeBeansMarkedForTheirProcessOnly() {
        var beans = new ModelBeans(context);
        assertThat(beans.find("probeDelegate", "Probe")).isPresent();
        assertThat(beans.find("enterStageListener", "Evaluation")).isPresent();
        assertThat(beans.find("feedbackRespondents", "Assessment")).isPresent();
        assertThat(beans.find("feedbackRespondents", "Probe")).isEmpty();
        assertThat(beans.find("feedbackRespondents", null)).isEmpty();
        for (var hidden : new String[] {"accountService", "accounts", "dataSource", "runtimeService", "environment"}) {
            assertThat(context.containsBean(hidden)).as(hidden).isTrue();
            assertThat(beans.contains(hidden)).as(hidden).isFalse();
            assertThat(beans.find(hidden, "Evaluation")).as(hidden).isEmpty();
        }
    }

    @Test
    void anExpressionThatNamesAnotherBeanFails() {
        deploy(
                "ProbePeek",
                "<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='x'/>"
                        + "<serviceTask id='x' camunda:expression='${accountService.setPassword(\"uji-pegawai\", \"x\")}'/>");
        assertThatThrownBy(() -> processes.startProcessInstanceByKey("ProbePeek"))
                .hasMessageContaining("accountService");
    }

    private void deploy(String key, String content) {
        models.createDeployment()
                .addString(
                        key + ".bpmn",
                        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'"
                                + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' targetNamespace='t'>"
                                + "<process id='" + key + "' isExecutable='true' camunda:historyTimeToLive='P1D'>"
                                + content + "</process></definitions>")
                .deploy();
    }
}
