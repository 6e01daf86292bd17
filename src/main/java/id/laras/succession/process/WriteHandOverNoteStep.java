package id.laras.succession.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import id.laras.steps.Step;
import id.laras.succession.HandOverNotes;
import id.laras.succession.NewNote;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The former assessor writes down for their successor what was agreed, seen and is open. */
@Component
class WriteHandOverNoteStep implements HumanStep<NewNote> {

    private final HandOverNotes notes;

    WriteHandOverNoteStep(HandOverNotes notes) {
        this.notes = notes;
    }

    @Override
    public Step step() {
        return Step.WRITE_HAND_OVER_NOTE;
    }

    @Override
    public Class<NewNote> answerType() {
        return NewNote.class;
    }

    @Override
    public HandOverNotes.Request view(StepContext context) {
        return notes.request(change(context));
    }

    @Override
    public Map<String, Object> complete(StepContext context, NewNote answer) {
        notes.write(EvaluationId.of(context.businessKey()), change(context), context.actor(), answer);
        return Map.of();
    }

    private static String change(StepContext context) {
        var change = context.variable(HandOverProcess.CHANGE);
        return (String) (change == null ? context.variable(HandOverProcess.CHANGE_BEFORE) : change);
    }
}
