package id.laras.cycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.cycle.SupervisorChange.Choice;
import id.laras.dashboard.Workloads;
import id.laras.engine.OnBehalf;
import id.laras.engine.TaskDesk;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.people.ReportingLines;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.target.RevisionRequests;
import id.laras.target.TargetService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A town of its own for each test: staf answered to kabid, and is to answer to a peer of before. */
abstract class HandOverScene {

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    HandOvers handOvers;

    @Autowired
    Deviations deviations;

    @Autowired
    EvaluationService evaluations;

    @Autowired
    CycleService cycles;

    @Autowired
    Evaluations rows;

    @Autowired
    ReportingLines lines;

    @Autowired
    TargetService targets;

    @Autowired
    RevisionRequests revisions;

    @Autowired
    TaskDesk desk;

    @Autowired
    Workloads workloads;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    final Answers answers = new Answers(Scheme.QUADRANT);
    Town.Organisation people;
    Cycle cycle;
    String id;

    @BeforeEach
    void open() {
        people = town.organisation();
        cycle = town.cycle(people, Scheme.QUADRANT);
        id = town.openForStaf(people, cycle);
    }

    void untilObjection() {
        untilReview();
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());
    }

    void untilReview() {
        walker.untilApproved(id, answers);
        walker.untilScored(id, answers, "MEETS", "95");
    }

    List<Step> openTasks() {
        return walker.open(id);
    }

    List<Task> opinions() {
        return walker.tasks(id, Step.GIVE_FEEDBACK);
    }

    /** As an import would write it. */
    void lastDay(String nip, LocalDate day) {
        database.sql("update employee set ended_on = ? where nip = ?")
                .params(day, nip)
                .update();
    }

    void choose(Choice choice) {
        handOvers.choose(EvaluationId.of(id), choice, "Mutasi jabatan", hr());
    }

    void end(EndReason reason) {
        handOvers.end(EvaluationId.of(id), reason, "Mutasi jabatan", hr());
    }

    List<Deviations.Deviation> deviations() {
        return deviations.deviations(hr(), Pageable.unpaged()).stream()
                .filter(one -> one.evaluationId().equals(id))
                .toList();
    }

    Evaluation evaluation() {
        return evaluations.get(EvaluationId.of(id));
    }

    String assignee(Step step) {
        return walker.task(id, step).getAssignee();
    }

    List<Object> everyValueOf(String variable) {
        var runs =
                engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                        .map(run -> run.getId())
                        .collect(Collectors.toSet());
        return engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .variableName(variable)
                .processInstanceIdIn(runs.toArray(String[]::new))
                .list()
                .stream()
                .map(VariableInstance::getValue)
                .toList();
    }

    List<Map<String, Object>> trail(String what) {
        return database.sql("select actor, answer from trail_entry where subject = ? and what = ?")
                .params(id, what)
                .query()
                .listOfRows();
    }

    Actor hr() {
        return new Actor(people.hr(), Set.of(Role.STAFF, Role.HR));
    }

    static Actor staff(String account) {
        return new Actor(account, Set.of(Role.STAFF));
    }
}
