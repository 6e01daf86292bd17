package id.laras.followup.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import id.laras.followup.FollowUpService;
import id.laras.followup.FollowUpView;
import id.laras.followup.TrainingReport;
import id.laras.steps.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The employee proves that the planned trainings are completed. */
@Component
class ConfirmTrainingStep implements HumanStep<ConfirmTrainingStep.Answer> {

    private final FollowUpService followUps;

    ConfirmTrainingStep(FollowUpService followUps) {
        this.followUps = followUps;
    }

    @Override
    public Step step() {
        return Step.CONFIRM_TRAINING;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public View view(StepContext context) {
        var id = EvaluationId.of(context.businessKey());
        return new View(followUps.trainings(id, LocaleContextHolder.getLocale()).stream()
                .map(Planned::of)
                .toList());
    }

    @Override
    public Map<String, Object> complete(StepContext context, Answer answer) {
        followUps.completeTrainings(EvaluationId.of(context.businessKey()), answer.trainings());
        return Map.of();
    }

    record Answer(List<TrainingReport> trainings) {

        Answer {
            trainings = trainings == null ? List.of() : List.copyOf(trainings);
        }
    }

    record View(List<Planned> trainings) {}

    record Planned(
            String id,
            String code,
            String title,
            @Nullable String goal,
            @Nullable LocalDate until) {

        static Planned of(FollowUpView.Training training) {
            return new Planned(training.id(), training.code(), training.title(), training.goal(), training.until());
        }
    }
}
