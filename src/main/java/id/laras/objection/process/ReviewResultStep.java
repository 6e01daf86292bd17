package id.laras.objection.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import id.laras.objection.ObjectionService;
import id.laras.objection.ReviewAnswer;
import id.laras.objection.ReviewView;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The employee sees how the result came about, and accepts it or objects. */
@Component
class ReviewResultStep implements HumanStep<ReviewAnswer> {

    private final ObjectionService objections;
    private final TaskService tasks;

    ReviewResultStep(ObjectionService objections, @Lazy TaskService tasks) {
        this.objections = objections;
        this.tasks = tasks;
    }

    @Override
    public String process() {
        return ObjectionProcess.KEY;
    }

    @Override
    public String task() {
        return ObjectionProcess.Elements.REVIEW_RESULT;
    }

    @Override
    public Class<ReviewAnswer> answerType() {
        return ReviewAnswer.class;
    }

    @Override
    public ReviewView view(StepContext context) {
        return objections.reviewView(
                EvaluationId.of(context.businessKey()), until(context), LocaleContextHolder.getLocale());
    }

    @Override
    public Map<String, Object> complete(StepContext context, ReviewAnswer answer) {
        var objects =
                objections.review(EvaluationId.of(context.businessKey()), context.actor(), answer, until(context));
        return Map.of(ObjectionProcess.Variables.OBJECTION_RAISED, objects);
    }

    /** The task is due when the period of the objection ends: the model takes both from the same variable. */
    private Instant until(StepContext context) {
        var due =
                tasks.createTaskQuery().taskId(context.taskId()).singleResult().getDueDate();
        return due == null ? null : due.toInstant();
    }
}
