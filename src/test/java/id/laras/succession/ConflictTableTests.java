package id.laras.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.cycle.Scheme;
import id.laras.engine.Conflicts;
import id.laras.engine.HeldUpTasks;
import id.laras.engine.HumanStep;
import id.laras.security.AccountService;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.steps.StepFacts;
import id.laras.succession.AssessorChange.Choice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every human step of every model against every way to stand to the people whom it is about: a new step has to choose. */
@LarasTest
@Tag("database")
class ConflictTableTests extends HandOverScene {

    /** How somebody stands to the employee of an evaluation, or to the one whom the meeting compares. */
    private enum Relation {
        ONESELF,
        ASSESSOR,
        FORMER_ASSESSOR,
        SUPERIOR,
        /** Evaluated by the former assessor in the same cycle. */
        ANSWERS_TO_AN_ASSESSOR,
        RATED_BY_THE_EMPLOYEE,
        HR_ELSEWHERE
    }

    private static final Set<Relation> NONE = Set.of();
    private static final Set<Relation> ONESELF = Set.of(Relation.ONESELF);
    private static final Set<Relation> RATED = Set.of(Relation.ONESELF, Relation.RATED_BY_THE_EMPLOYEE);
    private static final Set<Relation> HAVE_A_STAKE = Set.of(
            Relation.ONESELF,
            Relation.ASSESSOR,
            Relation.FORMER_ASSESSOR,
            Relation.ANSWERS_TO_AN_ASSESSOR,
            Relation.RATED_BY_THE_EMPLOYEE);

    /** Who must not do it. */
    private static final Map<StepFacts, Set<Relation>> BARRED = Map.ofEntries(
            // About oneself, or told to whoever decides.
            Map.entry(Step.DRAFT_TARGETS, NONE),
            Map.entry(Step.CHECK_IN, NONE),
            Map.entry(Step.ASSESS_SELF, NONE),
            Map.entry(Step.GIVE_FEEDBACK, NONE),
            Map.entry(Step.REVIEW_RESULT, NONE),
            Map.entry(Step.CONFIRM_TRAINING, NONE),
            Map.entry(Step.WRITE_HAND_OVER_NOTE, NONE),
            // Of either side.
            Map.entry(Step.REVISE_TARGETS, NONE),
            Map.entry(Step.APPROVE_REVISION, NONE),
            // The assessor's word on what the employee wrote, which decides nothing on the result.
            Map.entry(Step.APPROVE_TARGETS, ONESELF),
            Map.entry(Step.GIVE_CHECK_IN_FEEDBACK, ONESELF),
            Map.entry(Step.RATE_EMPLOYEE, RATED),
            Map.entry(Step.CONFIRM_RESULT, RATED),
            Map.entry(Step.PLAN_DEVELOPMENT, RATED),
            Map.entry(Step.HOLD_COACHING, RATED),
            Map.entry(Step.NOMINATE_REWARD, RATED),
            Map.entry(Step.DECIDE_OBJECTION, HAVE_A_STAKE),
            Map.entry(Step.DECIDE_REWARD, HAVE_A_STAKE),
            Map.entry(
                    Step.CALIBRATE_UNIT,
                    Set.of(
                            Relation.ONESELF,
                            Relation.ASSESSOR,
                            Relation.FORMER_ASSESSOR,
                            Relation.RATED_BY_THE_EMPLOYEE)));

    @Autowired
    List<HumanStep<?>> steps;

    @Autowired
    Conflicts conflicts;

    @Autowired
    HeldUpTasks heldUp;

    @Autowired
    AccountService accounts;

    private Map<Relation, String> who;
    private String meeting;

    /** Staf is handed over from kabid to a peer, while everybody else is evaluated too. */
    @BeforeEach
    @Override
    protected void open() {
        people = town.organisation();
        cycle = town.cycle(people, Scheme.QUADRANT);
        openings.open(cycle.id(), Set.of("B" + people.number(), "H" + people.number()), true, people.hr())
                .join();
        id = rows.findByCycleIdAndUnitCodeOrderByEmployeeName(cycle.id(), "B" + people.number())
                .get(0)
                .id()
                .value();
        town.answerTo(people, 4);
        choose(Choice.MOVE);
        meeting = walker.calibrationOf(id);
        who = new LinkedHashMap<>();
        who.put(Relation.ONESELF, people.staf());
        who.put(Relation.ASSESSOR, people.peer());
        who.put(Relation.FORMER_ASSESSOR, people.assessor());
        who.put(Relation.SUPERIOR, people.head());
        who.put(Relation.ANSWERS_TO_AN_ASSESSOR, "rekanlain" + people.number());
        who.put(Relation.RATED_BY_THE_EMPLOYEE, "bawahan" + people.number());
        who.put(Relation.HR_ELSEWHERE, people.hr());
    }

    @Test
    void everyStepHasItsLineAndBarsWhomItSays() {
        var barred = new HashMap<StepFacts, Set<Relation>>();
        steps.stream()
                .filter(step -> !step.getClass().getPackageName().equals("id.laras.engine.probe"))
                .forEach(step -> barred.put(step.step(), barred(step.step())));

        assertThat(barred).isEqualTo(BARRED);
    }

    private Set<Relation> barred(StepFacts step) {
        var key = step.process().equals("Calibration") ? meeting : id;
        return who.entrySet().stream()
                .filter(one -> conflicts
                        .of(one.getValue(), step.process(), step.task(), key)
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whoMustNotCalibrateNamesNobodyWhoDoesNorIsNamed() {
        engine.getRuntimeService()
                .createMessageCorrelation("calibration.unitReady")
                .processInstanceBusinessKey(meeting)
                .correlate();
        var task = walker.task(meeting, Step.CALIBRATE_UNIT).getId();
        for (var group : List.of("sdm", "tim-kinerja", "sdm-unit-B" + people.number())) {
            engine.getTaskService().deleteCandidateGroup(task, group);
        }
        engine.getTaskService().addCandidateGroup(task, "sdm-unit-X");
        var barred = new HashSet<>(BARRED.get(Step.CALIBRATE_UNIT));

        Stream.of(Relation.values()).filter(barred::contains).forEach(relation -> {
            var namer = new Actor(who.get(relation), Set.of(Role.STAFF, Role.HR));
            assertThatThrownBy(() -> heldUp.give(task, people.nip(1), "Netral", namer))
                    .as(relation + " names")
                    .hasMessage("engine.heldUp.party");
            var nip = database.sql("select nip from employee where account = ?")
                    .param(who.get(relation))
                    .query(String.class)
                    .single();
            assertThatThrownBy(() -> heldUp.give(task, nip, "Netral", hr()))
                    .as(relation + " is named")
                    .hasMessage("engine.heldUp.unable");
        });
        heldUp.give(task, people.nip(1), "Netral", hr());

        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isEqualTo(people.head());
    }
}
