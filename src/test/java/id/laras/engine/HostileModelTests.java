package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody may deploy. Whoever does so nevertheless reaches only the variables and beans of their own process. */
@LarasTest
class HostileModelTests {

    private static final String TO_TASK = "<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='x'/>";

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService processes;

    @Autowired
    DecisionService decisions;

    private final String key = "Hostile" + UUID.randomUUID().toString().replace("-", "");
    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void nothingStays() {
        deployments.forEach(deployment -> models.deleteDeployment(deployment, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.getClass()}",
                "${execution.class}",
                "${execution['class']}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class.classLoader}",
                "${texts[0].getClass()}",
                "${texts.getClass()}",
                "${execution.processEngineServices.identityService}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngine}",
                "${execution.getProcessEngine()}",
                "${execution.bpmnModelInstance}",
                "${execution.getBpmnModelInstance()}",
                "${execution.bpmnModelElementInstance}",
                "${execution.processDefinition.deploymentId}",
                "${execution.activity}",
                "${execution.variables}",
                "${execution.setVariable('boss', 'me')}",
                "${execution.removeVariable('texts')}",
                "${execution.setProcessBusinessKey('another')}",
                "${execution.toString()}",
                "${texts.add('x')}",
                "${texts.stream()}",
                "${texts.iterator()}",
                "${'a'.repeat(20)}",
                "${'aaaa'.matches('(a+)+b')}",
                "${probeDelegate}",
                "${probeDelegate.breakDown()}",
                "${calculateScoreDelegate}",
                "${objectionDeciders.groups('kadis')}",
                "${unitHr.group(execution)}",
                "${feedbackRespondents.account('x')}"
            })
    void anExpressionReachesNoReflectionEngineNorForeignBeans(String expression) {
        deploy(TO_TASK + "<serviceTask id='x' camunda:expression=\"" + expression + "\"/>");
        assertThatThrownBy(() -> start()).isInstanceOf(ProcessEngineException.class);
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(key)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${task.getProcessEngineServices()}",
                "${task.processEngineServices}",
                "${task.getProcessEngine()}",
                "${task.execution.processEngineServices}",
                "${task.bpmnModelInstance}",
                "${task.getClass()}",
                "${task.setAssignee('me')}",
                "${task.complete()}",
                "${task.delete('x')}",
                "${task.addCandidateUser('me')}"
            })
    void neitherDoesOneOfATask(String expression) {
        deploy(TO_TASK + "<userTask id='x'><extensionElements><camunda:taskListener event='create' expression=\""
                + expression + "\"/></extensionElements></userTask>");
        assertThatThrownBy(() -> start()).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:delegateExpression='${calculateScoreDelegate}'",
                "camunda:delegateExpression='${eraseBatchDelegate}'",
                "camunda:delegateExpression='${settleTasksDelegate}'",
                "camunda:delegateExpression='${probeDelegate}'",
                "camunda:delegateExpression='${dataSource}'"
            })
    void aDelegateOfAnotherProcessRefuses(String delegate) {
        deploy(TO_TASK + "<serviceTask id='x' " + delegate + "/>");
        assertThatThrownBy(() -> start()).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void aVariableDoesNotPassForABean() {
        deploy(TO_TASK + "<serviceTask id='x' camunda:expression='${eraseBatchDelegate}'/>");
        assertThatThrownBy(() -> processes.startProcessInstanceByKey(key, Map.of("eraseBatchDelegate", "mine")))
                .hasMessageContaining("eraseBatchDelegate is not for " + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${texts.size() > 1 and texts[1] == 'b' and texts.get(0).length() == 1}",
                "${execution.processBusinessKey == 'k' and execution.getProcessBusinessKey() == 'k'}",
                "${execution.getVariable('texts').contains('a') and not empty execution.id}",
                "${now().getTime() > 0}",
                "${empty currentUser()}",
                "${map.a == 1 and map['a'] == 1 and map.containsKey('a')}"
            })
    void whatModelsNeedIsThere(String condition) {
        deploy(TO_TASK + "<serviceTask id='x' camunda:resultVariable='answer' camunda:expression=\"" + condition
                + "\"/><sequenceFlow id='g' sourceRef='x' targetRef='t'/><receiveTask id='t'/>");
        var instance = start();
        assertThat(processes.getVariable(instance, "answer")).isEqualTo(true);
    }

    /** Evaluated at the deployment itself, by whoever deploys and without a scope. */
    static Stream<String> starts() {
        return Stream.of(
                "<startEvent id='s'><timerEventDefinition><timeDuration>"
                        + "${''.getClass().getSimpleName().replace('String','PT1H')}</timeDuration></timerEventDefinition></startEvent>",
                "<startEvent id='s'><timerEventDefinition><timeCycle>"
                        + "${''.class.simpleName.replace('String','R/PT1H')}</timeCycle></timerEventDefinition></startEvent>",
                "<startEvent id='s'><timerEventDefinition><timeDate>"
                        + "${objectionDeciders.groups('x').isEmpty() ? '2099-01-01T00:00:00' : ''}"
                        + "</timeDate></timerEventDefinition></startEvent>",
                "<startEvent id='s'><signalEventDefinition signalRef='reflected'/></startEvent>",
                "<startEvent id='s'><signalEventDefinition signalRef='asked'/></startEvent>",
                "<startEvent id='s'><messageEventDefinition messageRef='told'/></startEvent>");
    }

    @ParameterizedTest
    @MethodSource("starts")
    void aStartThatReachesFurtherIsNotDeployed(String start) {
        assertThatThrownBy(() -> deploy(start)).isInstanceOf(ProcessEngineException.class);
        assertThat(models.createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<timerEventDefinition><timeDuration>${true ? 'P1D' : 'P2D'}</timeDuration></timerEventDefinition>",
                "<signalEventDefinition signalRef='plain'/>"
            })
    void aPlainStartIsDeployed(String definition) {
        deploy("<startEvent id='s'>" + definition + "</startEvent>");
        assertThat(models.createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .count())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass() != null}",
                "${objectionDeciders.groups('x').isEmpty()}",
                "${execution.processEngineServices != null}"
            })
    void aConditionalStartReachesNoFurther(String condition) {
        deploy("<startEvent id='s'><conditionalEventDefinition><condition xsi:type='tFormalExpression'>" + condition
                + "</condition></conditionalEventDefinition></startEvent>"
                + "<sequenceFlow id='f' sourceRef='s' targetRef='t'/><receiveTask id='t'/>");
        var definition = models.createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .singleResult()
                .getId();
        try {
            processes
                    .createConditionEvaluation()
                    .processDefinitionId(definition)
                    .setVariable("a", 1)
                    .evaluateStartConditions();
        } catch (ProcessEngineException refused) {
            // Refused, or not met: it must not start.
        }
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(key)
                        .count())
                .isZero();
    }

    @Test
    void functionsOfPluginsDoNotExist() {
        for (var function : List.of("${JSON('{}')}", "${S('{}').mapTo('java.lang.Object')}", "${XML('<a/>')}")) {
            assertThatThrownBy(() -> deploy(TO_TASK + "<serviceTask id='x' camunda:expression=\""
                            + function.replace("<", "&lt;").replace(">", "&gt;") + "\"/>"))
                    .as(function)
                    .isInstanceOf(ProcessEngineException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<callActivity id='x' calledElement='Probe' camunda:variableMappingClass='java.lang.Object'/>",
                "<callActivity id='x' calledElement='Probe' camunda:variableMappingDelegateExpression='${probeDelegate}'/>",
                "<userTask id='x' camunda:formHandlerClass='java.lang.Object'/>",
                "<startEvent id='y' camunda:formHandlerClass='java.lang.Object'/>",
                "<userTask id='x'><extensionElements><camunda:formData><camunda:formField id='a' type='string'>"
                        + "<camunda:validation><camunda:constraint name='validator' config='java.lang.Object'/>"
                        + "</camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>",
                "<userTask id='x'><extensionElements><camunda:formProperty id='a' expression='#{execution.class}'/>"
                        + "</extensionElements></userTask>",
                "<serviceTask id='x' camunda:delegateExpression='${probeDelegate}'><extensionElements>"
                        + "<camunda:field name='broken' stringValue='x'/></extensionElements></serviceTask>",
                "<serviceTask id='x'><extensionElements><camunda:connector><camunda:connectorId>http-connector"
                        + "</camunda:connectorId></camunda:connector></extensionElements></serviceTask>",
                "<serviceTask id='x' xmlns:activiti='http://activiti.org/bpmn' activiti:class='java.lang.Object'/>",
                "<userTask id='x' xmlns:activiti='http://activiti.org/bpmn' activiti:formHandlerClass='java.lang.Object'/>",
                "<task id='x'><extensionElements><listener xmlns='http://example.org' class='java.lang.Object'/>"
                        + "</extensionElements></task>",
                "<task id='x'><extensionElements><camunda:inputOutput><camunda:outputParameter name='a'><camunda:list>"
                        + "<camunda:script scriptFormat='groovy'>1</camunda:script></camunda:list>"
                        + "</camunda:outputParameter></camunda:inputOutput></extensionElements></task>",
                "<intermediateCatchEvent id='x'><conditionalEventDefinition><condition xsi:type='tFormalExpression'"
                        + " language='feel'>1 = 1</condition></conditionalEventDefinition></intermediateCatchEvent>",
                "<scriptTask id='x' scriptFormat='juel' camunda:resource='x.juel'/>",
                "<businessRuleTask id='x' camunda:type='external' camunda:topic='t'/>",
                "<endEvent id='x'><messageEventDefinition camunda:class='java.lang.Object'/></endEvent>"
            })
    void whatNamesAClassOrAScriptIsNotDeployed(String content) {
        assertThatThrownBy(() -> deploy("<startEvent id='s'/>" + content)).hasMessageContaining("no code of its own");
    }

    /** So that nothing of a coming release slips in: of the engine's whole vocabulary, what sounds of code is refused. */
    @Test
    void noWordOfTheEnginesVocabularyThatSoundsOfCodeIsAccepted() throws Exception {
        var accepted = new ArrayList<String>();
        for (var constant : BpmnModelConstants.class.getFields()) {
            var attribute = constant.getName().startsWith("CAMUNDA_ATTRIBUTE_");
            if (attribute || constant.getName().startsWith("CAMUNDA_ELEMENT_")) {
                var word = (String) constant.get(null);
                if (accepts(
                        attribute
                                ? "<task id='x' camunda:" + word + "='1'/>"
                                : "<task id='x'><extensionElements><camunda:" + word
                                        + "/></extensionElements></task>")) {
                    accepted.add(word);
                }
            }
        }
        assertThat(accepted)
                .contains("assignee", "executionListener", "historyTimeToLive")
                .noneMatch(word -> word.toLowerCase()
                        .matches(
                                ".*(class|script|mapping|valid|handler|connect|topic|type|resource|constraint|config|field"
                                        + "|formdata|formproperty|inputparameter|outputparameter).*"));
    }

    /** Whether our guard lets it pass; the engine's own parser may still want more of it. */
    private boolean accepts(String content) {
        try {
            deploy("<startEvent id='s'/>" + content);
            return true;
        } catch (ProcessEngineException refused) {
            return !refused.getMessage().contains("no code of its own");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groovy",
                "javascript",
                "feel-unary-tests",
                "feel-expression",
                "python",
                "http://example.org/language"
            })
    void aTableInAnotherLanguageIsNotDeployed(String language) {
        assertThatThrownBy(() -> deployTable("<text>1</text>", language)).isInstanceOf(ProcessEngineException.class);
        assertThat(models.createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for x in 1..1000000000 return x",
                "some x in 1..1000000000 satisfies x &lt; 0",
                "{f: function(x) f(x), r: f(1)}.r",
                "matches(\"aaaa\", \"(a+)+$\")"
            })
    void aTableThatCouldRunWithoutEndIsNotDeployed(String expression) {
        assertThatThrownBy(() -> deployTable("<text>" + expression + "</text>", "feel"))
                .isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${a.getClass()}",
                "${''.class.classLoader}",
                "${variableContext.resolve('a')}",
                "${execution}",
                "${objectionDeciders.groups('x')}",
                "${probeDelegate.breakDown()}"
            })
    void anExpressionOfATableReachesNoFurtherThanOneOfAProcess(String expression) {
        deployTable("<text>" + expression + "</text>", "juel");
        assertThatThrownBy(() -> decisions
                        .evaluateDecisionTableByKey(key)
                        .variables(Map.of("a", "b"))
                        .evaluate())
                .isInstanceOf(ProcessEngineException.class);
    }

    /** What is deployed already is checked as well, and no table doubles what the one before it has doubled. */
    @ParameterizedTest
    @CsvSource({"feel, a + a", "juel, ${a}${a}"})
    void whatATableAnswersIsSmall(String language, String doubled) {
        deployTable("<text>" + doubled + "</text>", language);
        assertThatThrownBy(() -> decisions
                        .evaluateDecisionTableByKey(key)
                        .variables(Map.of("a", "x".repeat(TableLanguage.LONGEST_TEXT)))
                        .evaluate())
                .hasStackTraceContaining("at most");
        assertThat(decisions
                        .evaluateDecisionTableByKey(key)
                        .variables(Map.of("a", "x"))
                        .evaluate()
                        .<String>getSingleEntry())
                .isEqualTo("xx");
    }

    @Test
    void aPlainTableDecides() {
        deployTable("<text>${a.length()}</text>", "juel");
        assertThat(decisions
                        .evaluateDecisionTableByKey(key)
                        .variables(Map.of("a", "b"))
                        .evaluate()
                        .<Integer>getSingleEntry())
                .isEqualTo(1);
    }

    private String start() {
        return processes
                .startProcessInstanceByKey(
                        key,
                        "k",
                        Map.of(
                                "texts",
                                new ArrayList<>(Arrays.asList("a", "b")),
                                "map",
                                new java.util.HashMap<>(Map.of("a", 1L))))
                .getId();
    }

    private void deploy(String content) {
        var deployment = models.createDeployment()
                .name(key)
                .addString(
                        key + ".bpmn",
                        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'"
                                + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' targetNamespace='t'>"
                                + "<signal id='plain' name='" + key + "'/>"
                                + "<signal id='reflected' name=\"" + key + "${''.getClass().getName()}\"/>"
                                + "<signal id='asked' name=\"" + key + "${objectionDeciders.groups('x')}\"/>"
                                + "<message id='told' name=\"" + key + "${''.class.name}\"/>"
                                + "<process id='" + key + "' isExecutable='true' camunda:historyTimeToLive='P1D'>"
                                + content + "</process></definitions>")
                .deploy();
        deployments.add(deployment.getId());
    }

    private void deployTable(String input, String language) {
        var deployment = models.createDeployment()
                .name(key)
                .addString(
                        key + ".dmn",
                        "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'"
                                + " xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d' name='d' namespace='n'>"
                                + "<decision id='" + key + "' name='d' camunda:historyTimeToLive='P1D'>"
                                + "<decisionTable id='t'><input id='i'><inputExpression id='e' expressionLanguage='feel'>"
                                + "<text>1</text></inputExpression></input><output id='o' name='o'/>"
                                + "<rule id='r'><inputEntry id='n'><text></text></inputEntry>"
                                + "<outputEntry id='u' expressionLanguage='" + language + "'>" + input
                                + "</outputEntry></rule></decisionTable></decision></definitions>")
                .deploy();
        deployments.add(deployment.getId());
    }
}
