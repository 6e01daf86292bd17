package id.laras.demo;

import static id.laras.demo.Meanwhile.sentence;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Stage;
import id.laras.followup.FollowUpService;
import id.laras.steps.Step;
import id.laras.target.TargetService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets everybody answer but the one who is watched and the one who looks, each through the same guard as from Tasklist. Time stands still: what
 * waits for a day goes on waiting.
 */
@Component
@Profile("demo")
public class Others {

    private static final Logger LOG = LoggerFactory.getLogger(Others.class);

    private final OpenTasks tasks;
    private final DueJobs due;
    private final Walker walker;
    private final Evaluations evaluations;
    private final TargetService targets;
    private final FollowUpService followUps;
    private final DemoTargets demoTargets;
    private final Clock clock;

    Others(
            OpenTasks tasks,
            DueJobs due,
            Walker walker,
            Evaluations evaluations,
            TargetService targets,
            FollowUpService followUps,
            DemoTargets demoTargets,
            Clock clock) {
        this.tasks = tasks;
        this.due = due;
        this.walker = walker;
        this.evaluations = evaluations;
        this.targets = targets;
        this.followUps = followUps;
        this.demoTargets = demoTargets;
        this.clock = clock;
    }

    /** Stages before which there is something to answer. */
    public static List<Stage> stages() {
        return Stage.path().stream()
                .filter(stage -> stage != Stage.TARGET_SETTING)
                .toList();
    }

    /**
     * @param watched accounts of those who answer for themselves
     * @param until   evaluations that have reached this stage are left as they are
     * @return what happened, one sentence each
     */
    public List<MessageSourceResolvable> answer(Set<String> watched, Stage until) {
        return due.alone(() -> answerAll(watched, until));
    }

    private List<MessageSourceResolvable> answerAll(Set<String> watched, Stage until) {
        var answered = 0;
        var people = new HashSet<String>();
        Set<String> left = new HashSet<>();
        List<OpenTasks.Open> next;
        while (!(next = next(watched, until, left)).isEmpty()) {
            for (var open : next) {
                if (answer(open)) {
                    answered++;
                    people.add(open.account());
                } else {
                    left.add(open.task().getId());
                }
            }
        }
        List<MessageSourceResolvable> told = new ArrayList<>();
        told.add(
                answered == 0
                        ? sentence("demo.others.none")
                        : sentence("demo.others.answered", people.size(), answered));
        var open = tasks.all().stream()
                .filter(one -> left.contains(one.task().getId()))
                .count();
        if (open > 0) {
            told.add(sentence("demo.others.left", open));
        }
        return told;
    }

    private List<OpenTasks.Open> next(Set<String> watched, Stage until, Set<String> left) {
        return tasks.all().stream()
                .filter(open -> !watched.contains(open.account()))
                .filter(open -> isBefore(open, until))
                .filter(open -> !left.contains(open.task().getId()))
                .toList();
    }

    /** Whether an evaluation that waits for it has not come to the stage yet; one that the meeting moved has been at the meeting. */
    static boolean isBefore(OpenTasks.Open open, Stage stage) {
        return (open.calibrated() ? Stage.CALIBRATION : stageOf(open.step())).compareTo(stage) < 0;
    }

    private static Stage stageOf(Step step) {
        return switch (step.model()) {
            case TARGET_SETTING -> Stage.TARGET_SETTING;
            case ASSESSMENT -> Stage.ASSESSMENT;
            case OBJECTION -> Stage.OBJECTION;
            case CALIBRATION -> Stage.CALIBRATION;
            case EVALUATION -> Stage.CONFIRMATION;
            case FOLLOW_UP, TRAINING, COACHING, REWARD -> Stage.FOLLOW_UP;
            // a note of a hand-over is wanted in any of them, and holds up none
            default -> Stage.MONITORING;
        };
    }

    /** What a rule refuses stays open, for somebody to look at. */
    private boolean answer(OpenTasks.Open open) {
        try {
            var answer = open.step() == Step.CALIBRATE_UNIT
                    ? Optional.of(DemoAnswers.calibration())
                    : evaluations
                            .findWithCycleById(open.about())
                            .map(evaluation -> journey(evaluation).answerTo(open.step(), clock));
            answer.ifPresent(given -> walker.answer(open.task(), open.account(), given));
            due.run();
            return answer.isPresent();
        } catch (RuntimeException refused) {
            LOG.info("{} is left open on the demonstration: {}", open.step(), refused.getMessage());
            return false;
        }
    }

    private Journey journey(Evaluation evaluation) {
        return new Journey(evaluation, walker, targets, followUps, demoTargets);
    }
}
