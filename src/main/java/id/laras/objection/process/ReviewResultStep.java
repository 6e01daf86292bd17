package id.laras.objection.process;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.ForeseenScores;
import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.Outlook;
import id.laras.engine.StepContext;
import id.laras.objection.ObjectionService;
import id.laras.objection.ReviewAnswer;
import id.laras.objection.ReviewView;
import id.laras.steps.Step;
import id.laras.succession.Deciders;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The employee sees how the result came about, and accepts it or objects. */
@Component
class ReviewResultStep implements HumanStep<ReviewAnswer> {

    private final ObjectionService objections;
    private final AssessmentService assessments;
    private final Deciders deciders;
    private final TaskService tasks;

    ReviewResultStep(
            ObjectionService objections, AssessmentService assessments, Deciders deciders, @Lazy TaskService tasks) {
        this.objections = objections;
        this.assessments = assessments;
        this.deciders = deciders;
        this.tasks = tasks;
    }

    @Override
    public Step step() {
        return Step.REVIEW_RESULT;
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
        Map<String, Object> flags = new HashMap<>();
        flags.put(ObjectionProcess.Variables.OBJECTION_RAISED, objects);
        if (objects) {
            flags.put(ObjectionProcess.Variables.SUPERIOR, deciders.raised(EvaluationId.of(context.businessKey())));
        }
        return flags;
    }

    @Override
    public Outlook outlook(StepContext context, ReviewAnswer answer) {
        var result = assessments.current(EvaluationId.of(context.businessKey())).orElseThrow();
        var what = answer.objects() ? "objected" : "accepted";
        return new Outlook(
                step().task() + "." + what,
                List.of(Outlook.sentence("objection.outlook." + what, ForeseenScores.predicate(result.predicate()))));
    }

    /** The task is due when the period of the objection ends: the model takes both from the same variable. */
    private Instant until(StepContext context) {
        var due =
                tasks.createTaskQuery().taskId(context.taskId()).singleResult().getDueDate();
        return due == null ? null : due.toInstant();
    }
}
