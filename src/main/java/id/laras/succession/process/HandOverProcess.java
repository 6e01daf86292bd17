package id.laras.succession.process;

import id.laras.engine.AccountVariables;
import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/** Passport of {@code hand-over.bpmn}: beside an evaluation, with its id as business key; nothing waits for it. */
final class HandOverProcess {

    static final String KEY = ProcessModel.Keys.HAND_OVER;

    private HandOverProcess() {}

    static final class Elements {

        static final String WRITE_NOTE = Step.WRITE_HAND_OVER_NOTE.task();
        static final String DUE = "BoundaryTimer_HandOverDue";

        private Elements() {}
    }

    static final class Variables {

        /** Account of the assessor before. */
        static final String FORMER = AccountVariables.FORMER;

        /** Instant as ISO text with offset. */
        static final String DUE = "handOverDue";

        static final String EMPLOYEE_NAME = "employeeName";

        private Variables() {}
    }

    /** Id of the choice of HR that the note belongs to; only Java reads it. */
    static final String CHANGE = "assessorChange";

    /** The same in notes that were asked for before migration 341. */
    static final String CHANGE_BEFORE = "supervisorChange";
}
