package id.laras.engine;

import id.laras.TestPeople;
import id.laras.cycle.Scheme;
import id.laras.engine.probe.Probes;
import id.laras.lifecycle.EngineWalker;
import id.laras.lifecycle.Town;
import id.laras.security.AccountService;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A running evaluation, with everybody who stands in some relation to it, and objects of three kinds: those of the
 * evaluation, those of an opinion that a colleague of none of them was asked for, and ids of nothing.
 */
final class EngineScene {

    enum Person {
        ASSESSOR,
        SUPERIOR,
        COLLEAGUE,
        HR,
        UNIT_HR,
        OTHER_UNIT_HR,
        PERFORMANCE_TEAM,
        AUDITOR,
        ADMIN,
        EMPLOYEE
    }

    final Town.Organisation organisation;
    final String evaluation;
    final Map<Person, String> people = new EnumMap<>(Person.class);
    /** By kind of object, as the path names it. */
    final Map<String, String> ofEvaluation = new LinkedHashMap<>();

    final Map<String, String> ofOpinion = new LinkedHashMap<>();
    final Map<String, String> ofNothing = new LinkedHashMap<>();

    private final ProcessEngine engine;
    private final AccountService accounts;
    private final Probes probes;

    EngineScene(ApplicationContext application) {
        engine = application.getBean(ProcessEngine.class);
        accounts = application.getBean(AccountService.class);
        probes = application.getBean(Probes.class);
        var town = application.getBean(Town.class);
        organisation = town.organisation();
        evaluation = town.openForStaf(organisation, Scheme.QUADRANT);
        // works elsewhere, so that nobody asks them for an opinion
        application
                .getBean(JdbcClient.class)
                .sql("update employee set unit_code = ? where nip = ?")
                .params("H" + organisation.number(), organisation.nip(4))
                .update();
        town.letIn(organisation, TestPeople.PASSWORD);
        people.put(Person.EMPLOYEE, organisation.staf());
        people.put(Person.ASSESSOR, organisation.assessor());
        people.put(Person.SUPERIOR, organisation.head());
        people.put(Person.COLLEAGUE, organisation.peer());
        people.put(Person.HR, organisation.hr());
        var others = town.organisation();
        town.letIn(others, TestPeople.PASSWORD);
        give(Person.UNIT_HR, others.staf(), Role.UNIT_HR, organisation);
        give(Person.OTHER_UNIT_HR, others.peer(), Role.UNIT_HR, others);
        give(Person.PERFORMANCE_TEAM, others.assessor(), Role.PERFORMANCE_TEAM, others);
        give(Person.AUDITOR, others.head(), Role.AUDITOR, others);
        give(Person.ADMIN, "rekanlain" + others.number(), Role.ADMIN, others);
        ofEvaluation();
        ofOpinion();
        ofEvaluation
                .keySet()
                .forEach(kind -> ofNothing.put(kind, UUID.randomUUID().toString()));
    }

    private void give(Person person, String account, Role role, Town.Organisation unit) {
        if (role == Role.UNIT_HR) {
            accounts.grantUnits(account, Set.of("U" + unit.number()));
        } else {
            accounts.grant(account, role);
        }
        people.put(person, account);
    }

    private void ofEvaluation() {
        var task = new EngineWalker(engine).task(evaluation, Step.DRAFT_TARGETS);
        put(ofEvaluation, task.getId(), task.getProcessInstanceId(), task.getProcessDefinitionId());
        ofEvaluation.put("execution", task.getExecutionId());
        ofEvaluation.put("job", timerOfCalibration());
        ofEvaluation.put("user", organisation.staf());
        ofEvaluation.put("group", "sdm");
        ofEvaluation.put("key", "Evaluation");
        ofEvaluation.put("varId", "employee");
        ofEvaluation.put(
                "resource",
                engine.getRepositoryService()
                        .getDeploymentResources(ofEvaluation.get("deployment"))
                        .get(0)
                        .getId());
        ofEvaluation.put("activity", Step.DRAFT_TARGETS.task());
        ofEvaluation.put(
                "filter",
                engine.getFilterService()
                        .createFilterQuery()
                        .filterName("Tugas saya")
                        .singleResult()
                        .getId());
        ofEvaluation.put(
                "decision-definition",
                engine.getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("QuadrantPredicate")
                        .latestVersion()
                        .singleResult()
                        .getId());
    }

    /** The colleague who is asked is none of the people above. */
    private void ofOpinion() {
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "Assessment",
                        evaluation,
                        Map.of(
                                "employee",
                                organisation.staf(),
                                "assessor",
                                organisation.assessor(),
                                "feedbackCloses",
                                "2099-01-01T00:00:00+07:00",
                                "assessmentDue",
                                "2099-01-01T00:00:00+07:00"));
        var task = engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(Step.GIVE_FEEDBACK.task())
                .list()
                .stream()
                .filter(open -> !people.containsValue(open.getAssignee()))
                .findFirst()
                .orElseThrow();
        put(ofOpinion, task.getId(), instance.getId(), instance.getProcessDefinitionId());
        ofOpinion.put("execution", task.getExecutionId());
        ofOpinion.put(
                "job",
                engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .list()
                        .get(0)
                        .getId());
        ofOpinion.put("user", task.getAssignee());
        ofOpinion.put("activity", Step.GIVE_FEEDBACK.task());
        ofOpinion.put("key", "Assessment");
        ofOpinion.put("varId", "employee");
    }

    private void put(Map<String, String> objects, String task, String instance, String definition) {
        objects.put("task", task);
        objects.put("process-instance", instance);
        objects.put("process-definition", definition);
        objects.put(
                "variable-instance",
                engine.getRuntimeService()
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .list()
                        .get(0)
                        .getId());
        objects.put(
                "deployment",
                engine.getRepositoryService().getProcessDefinition(definition).getDeploymentId());
    }

    private String timerOfCalibration() {
        var meeting = new EngineWalker(engine).calibration("Bidang Pencegahan " + organisation.number());
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("Calibration")
                .processInstanceBusinessKey(meeting)
                .singleResult();
        return engine.getManagementService()
                .createJobQuery()
                .timers()
                .processInstanceId(instance.getId())
                .list()
                .get(0)
                .getId();
    }

    /** A task that is this person's own, in the process of the tests. */
    Map<String, String> ownTask(Person person) {
        probes.start();
        var instance = engine.getRuntimeService()
                .createProcessInstanceByKey("Probe")
                .businessKey(UUID.randomUUID().toString())
                .setVariable("employee", people.get(person))
                .setVariable("boss", "uji-atasan")
                .execute();
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        return Map.of("task", task.getId(), "process-instance", instance.getId());
    }

    /** How many rows each table of the engine has, and what could be changed without adding or removing one. */
    Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>(engine.getManagementService().getTableCount());
        for (var open : List.of(ofEvaluation.get("task"), ofOpinion.get("task"))) {
            state.put(
                    "assignee of " + open,
                    String.valueOf(engine.getTaskService()
                            .createTaskQuery()
                            .taskId(open)
                            .singleResult()
                            .getAssignee()));
        }
        state.put(
                "suspended",
                engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .suspended()
                        .count());
        state.put(
                "stopped",
                engine.getManagementService().createJobQuery().suspended().count());
        return state;
    }
}
