package id.laras.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.assessment.AssessmentService;
import id.laras.cycle.Cycle;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.engine.TaskDesk;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.opening.OpeningService;
import id.laras.people.AwayAndActing;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.steps.TaskKind;
import id.laras.succession.HandOvers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kabid assesses staf and names a substitute, who stands outside of it all: the head of a division elsewhere. */
@LarasTest
@Tag("database")
abstract class SubstitutionScene {

    static final String SHARED = "Dibagi dengan pengganti";

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    SubstitutionService substitutions;

    @Autowired
    SubstituteSearch search;

    @Autowired
    SubstitutionLists lists;

    @Autowired
    EvaluationReaders readers;

    @Autowired
    OpeningService openings;

    @Autowired
    AwayAndActing offices;

    @Autowired
    PersonsTasks persons;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    AssessmentService assessments;

    @Autowired
    HandOvers handOvers;

    @Autowired
    TaskDesk desk;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    final Answers answers = new Answers(Scheme.QUADRANT);
    Town.Organisation people;
    Town.Organisation others;
    String standIn;
    Cycle cycle;
    String id;

    @BeforeEach
    void open() {
        people = town.organisation();
        others = town.organisation();
        standIn = others.assessor();
        cycle = town.cycle(people, Scheme.QUADRANT);
        id = town.openForStaf(people, cycle);
    }

    /** The task in which the targets are approved, shared and not yet claimed. */
    String sharedApproval() {
        walker.begin(name(people.assessor(), standIn, TaskKind.TARGETS));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        return walker.task(id, Step.APPROVE_TARGETS).getId();
    }

    void untilObjection() {
        untilReviewed();
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());
    }

    void untilReviewed() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        act(Step.APPROVE_TARGETS, answers.approval());
        untilRated();
        act(Step.RATE_EMPLOYEE, answers.rating(walker.plan(id), "MEETS", "95"));
        walker.runJobs(id);
    }

    /** Up to the task in which the employee is rated, whether the targets are approved yet or not. */
    void untilRated() {
        if (stage() == Stage.TARGET_SETTING) {
            act(Step.APPROVE_TARGETS, answers.approval());
        }
        walker.untilRating(id, answers, "MEETS", "95");
    }

    /** As the substitute when it is shared, else as its assignee. */
    void act(Step step, Object answer) {
        if (walker.task(id, step).getOwner() == null) {
            walker.complete(id, step, answer);
        } else {
            walker.claimAndComplete(id, step, standIn, answer);
        }
    }

    void claim(String task) {
        walker.claim(task, standIn);
    }

    String nameAll(String person, String substitute) {
        return name(
                person,
                substitute,
                TaskKind.TARGETS,
                TaskKind.CHECK_INS,
                TaskKind.ASSESSMENT,
                TaskKind.OBJECTION,
                TaskKind.FOLLOW_UP);
    }

    /** From today on, for six days. */
    String name(String person, String substitute, TaskKind... kinds) {
        var today = LocalDate.now(clock);
        return substitutions.name(
                new NewSubstitution(substitute, today, today.plusDays(5), Set.copyOf(Arrays.asList(kinds))),
                staff(person));
    }

    List<String> refused(String substitute, LocalDate first, LocalDate last) {
        return refused(() -> substitutions.name(
                new NewSubstitution(substitute, first, last, Set.of(TaskKind.TARGETS)), staff(people.assessor())));
    }

    static List<String> refused(Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            return refusal.problems().stream().map(Refusal.Problem::key).toList();
        }
        return List.of();
    }

    Stage stage() {
        return evaluations.get(EvaluationId.of(id)).stage();
    }

    Task task(String taskId) {
        return engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
    }

    void assertNoRightLeft(String task) {
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(task)
                        .userIdIn(standIn)
                        .list())
                .isEmpty();
    }

    Actor hr() {
        return new Actor(people.hr(), Set.of(Role.STAFF, Role.HR));
    }

    static Actor staff(String account) {
        return new Actor(account, Set.of(Role.STAFF));
    }
}
