package id.laras.engine.probe;

import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import id.laras.rules.Refusal;
import id.laras.steps.StepFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/** The steps of {@code probe.bpmn}, which belongs to the tests only. */
public final class ProbeSteps {

    public record ProbeAnswer(String text, BigDecimal value, boolean failing) {}

    public record ProbeView(String boss, BigDecimal value) {}

    /** How often an answer still meets others at its rows. */
    public static final AtomicInteger COLLISIONS = new AtomicInteger();

    private ProbeSteps() {}

    /** A step that no catalogue holds. */
    private record Facts(String process, String task, boolean confidential, boolean awaited) implements StepFacts {}

    abstract static class ProbeStep implements HumanStep<ProbeAnswer> {

        private final Facts step;

        ProbeStep(String task) {
            step = new Facts("Probe", task, false, true);
        }

        @Override
        public StepFacts step() {
            return step;
        }

        @Override
        public Class<ProbeAnswer> answerType() {
            return ProbeAnswer.class;
        }

        @Override
        public Object view(StepContext context) {
            return new ProbeView((String) context.variable("boss"), new BigDecimal("12.50"));
        }

        @Override
        public Map<String, Object> complete(StepContext context, ProbeAnswer answer) {
            if (COLLISIONS.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new CannotAcquireLockException("Chosen to end a deadlock");
            }
            var problems = new ArrayList<Refusal.Problem>();
            if (answer.text() == null) {
                problems.add(new Refusal.Problem("engine.submission.missing"));
            }
            if (answer.value() != null && answer.value().signum() < 0) {
                problems.add(new Refusal.Problem("engine.draft.tooLong", 7));
            }
            Refusal.ifAny(problems);
            return Map.of("failing", answer.failing());
        }
    }

    @Component
    static class AnswerStep extends ProbeStep {
        AnswerStep() {
            super("UserTask_Answer");
        }
    }

    @Component
    static class BossStep extends ProbeStep {
        BossStep() {
            super("UserTask_Boss");
        }
    }

    @Component
    static class GroupStep extends ProbeStep {
        GroupStep() {
            super("UserTask_Group");
        }
    }
}
