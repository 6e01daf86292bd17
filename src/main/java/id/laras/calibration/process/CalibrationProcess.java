package id.laras.calibration.process;

import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/** What Java and {@code calibration.bpmn} call each other's things. */
final class CalibrationProcess {

    static final String KEY = ProcessModel.Keys.CALIBRATION;

    private CalibrationProcess() {}

    static final class Elements {
        static final String CALIBRATE_UNIT = Step.CALIBRATE_UNIT.task();

        private Elements() {}
    }

    static final class Messages {
        /** Every evaluation of the unit has come. */
        static final String UNIT_READY = "calibration.unitReady";

        private Messages() {}
    }

    static final class Variables {
        static final String UNIT_NAME = "unitName";

        /** When the meeting is held although some evaluations are missing, ISO text with offset. */
        static final String CALIBRATION_DUE = "calibrationDue";

        private Variables() {}
    }

    static final class Decisions {
        /** Which distribution is expected of a unit. */
        static final String DISTRIBUTION_GUIDE = "DistributionGuide";

        private Decisions() {}
    }
}
