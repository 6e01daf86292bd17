package id.laras.calibration.process;

import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/** What this room and {@code evaluation.bpmn} call each other's things; the rest of that model is the cycle room's. */
final class CalibratedEvaluationProcess {

    /** The process that one employee's evaluation runs in. */
    static final String KEY = ProcessModel.Keys.EVALUATION;

    private CalibratedEvaluationProcess() {}

    static final class Elements {
        static final String CONFIRM_RESULT = Step.CONFIRM_RESULT.task();

        private Elements() {}
    }

    static final class Messages {
        /** The meeting on the unit is over. */
        static final String DECIDED = "calibration.decided";

        private Messages() {}
    }

    static final class Variables {
        /** Whether the evaluation has to wait for the meeting (boolean). */
        static final String CALIBRATION_AWAITED = "calibrationAwaited";

        /** Whether the predicate that the employee accepted is no longer the one (boolean). */
        static final String PREDICATE_CHANGED = "predicateChanged";

        private Variables() {}
    }
}
