package id.laras.calibration.process;

/** Names in {@code calibration.bpmn}, and those of {@code evaluation.bpmn} that belong to this room. */
final class CalibrationProcess {

    static final String KEY = "Calibration";

    /** The process that one employee's evaluation runs in; it belongs to the cycle room. */
    static final String EVALUATION = "Evaluation";

    /** Table that says which distribution is expected of a unit. */
    static final String DISTRIBUTION_GUIDE = "DistributionGuide";

    private CalibrationProcess() {}

    static final class Elements {
        static final String CALIBRATE_UNIT = "UserTask_CalibrateUnit";

        /** In {@code evaluation.bpmn}. */
        static final String CONFIRM_RESULT = "UserTask_ConfirmResult";

        private Elements() {}
    }

    static final class Messages {
        /** To the calibration: every evaluation of the unit has come. */
        static final String UNIT_READY = "calibration.unitReady";

        /** To an evaluation: the meeting is over. */
        static final String DECIDED = "calibration.decided";

        private Messages() {}
    }

    static final class Variables {
        static final String UNIT_NAME = "unitName";

        /** When the meeting is held although some evaluations are missing, ISO text with offset. */
        static final String CALIBRATION_DUE = "calibrationDue";

        static final String CALIBRATION_AWAITED = "calibrationAwaited";
        static final String PREDICATE_CHANGED = "predicateChanged";

        private Variables() {}
    }
}
