package id.laras.cycle.process;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Stage;
import id.laras.cycle.process.EvaluationProcess.Elements;
import id.laras.engine.ModelBean;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Keeps the evaluation's stage in step with the model. */
@Component
@ModelBean(ProcessModel.Keys.EVALUATION)
@Does(Deed.INFORMS)
class EnterStageListener implements ExecutionListener {

    static final Map<String, Stage> STAGES = Map.of(
            Elements.TARGET_SETTING, Stage.TARGET_SETTING,
            Elements.MONITORING, Stage.MONITORING,
            Elements.ASSESSMENT, Stage.ASSESSMENT,
            Elements.OBJECTION, Stage.OBJECTION,
            Elements.JOIN_CALIBRATION, Stage.CALIBRATION,
            Elements.SECOND_OBJECTION, Stage.OBJECTION,
            Elements.CONFIRM_RESULT, Stage.CONFIRMATION,
            Elements.FOLLOW_UP, Stage.FOLLOW_UP,
            Elements.CLOSED, Stage.CLOSED);

    private final EvaluationRecorder recorder;

    EnterStageListener(EvaluationRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var stage = STAGES.get(execution.getCurrentActivityId());
        if (stage == null) {
            throw new IllegalStateException("No stage begins with " + execution.getCurrentActivityId());
        }
        recorder.enter(EvaluationId.of(execution.getProcessBusinessKey()), stage);
    }
}
