package id.laras.succession;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.cycle.Cycle;
import id.laras.cycle.EndReason;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Scheme;
import id.laras.dashboard.Workloads;
import id.laras.engine.OnBehalf;
import id.laras.engine.TaskDesk;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.opening.OpeningService;
import id.laras.people.AwayAndActing;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.AssessorChange.Choice;
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
public abstract class HandOverScene {

    @Autowired
    protected Walker walker;

    @Autowired
    protected Town town;

    @Autowired
    protected HandOvers handOvers;

    @Autowired
    protected EarlyEnds earlyEnds;

    @Autowired
    protected Deviations deviations;

    @Autowired
    protected EvaluationLookup evaluations;

    @Autowired
    protected EvaluationReaders readers;

    @Autowired
    protected EvaluationRecorder recorder;

    @Autowired
    protected OpeningService openings;

    @Autowired
    protected Evaluations rows;

    @Autowired
    protected AwayAndActing offices;

    @Autowired
    protected TargetService targets;

    @Autowired
    protected RevisionRequests revisions;

    @Autowired
    protected TaskDesk desk;

    @Autowired
    protected Workloads workloads;

    @Autowired
    protected OnBehalf onBehalf;

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected ObjectMapper json;

    @Autowired
    protected JdbcClient database;

    @Autowired
    protected PlatformTransactionManager transactions;

    @Autowired
    protected Clock clock;

    protected final Answers answers = new Answers(Scheme.QUADRANT);
    protected Town.Organisation people;
    protected Cycle cycle;
    protected String id;

    @BeforeEach
    protected void open() {
        people = town.organisation();
        cycle = town.cycle(people, Scheme.QUADRANT);
        id = town.openForStaf(people, cycle);
    }

    protected void untilObjection() {
        untilReview();
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());
    }

    protected void untilReview() {
        walker.untilApproved(id, answers);
        walker.untilScored(id, answers, "MEETS", "95");
    }

    protected List<Step> openTasks() {
        return walker.open(id);
    }

    protected List<Task> opinions() {
        return walker.tasks(id, Step.GIVE_FEEDBACK);
    }

    /** As an import would write it. */
    protected void lastDay(String nip, LocalDate day) {
        database.sql("update employee set ended_on = ? where nip = ?")
                .params(day, nip)
                .update();
    }

    protected void choose(Choice choice) {
        handOvers.choose(EvaluationId.of(id), choice, "Mutasi jabatan", hr());
    }

    protected void end(EndReason reason) {
        earlyEnds.end(EvaluationId.of(id), reason, "Mutasi jabatan", hr());
    }

    protected List<Deviations.Deviation> deviations() {
        return deviations.deviations(hr(), Pageable.unpaged()).stream()
                .filter(one -> one.evaluationId().equals(id))
                .toList();
    }

    protected Evaluation evaluation() {
        return evaluations.get(EvaluationId.of(id));
    }

    protected String assignee(Step step) {
        return walker.task(id, step).getAssignee();
    }

    protected List<Object> everyValueOf(String variable) {
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

    protected List<Map<String, Object>> trail(String what) {
        return database.sql("select actor, answer from trail_entry where subject = ? and what = ?")
                .params(id, what)
                .query()
                .listOfRows();
    }

    protected Actor hr() {
        return new Actor(people.hr(), Set.of(Role.STAFF, Role.HR));
    }

    protected static Actor staff(String account) {
        return new Actor(account, Set.of(Role.STAFF));
    }
}
