package id.laras.target.process;

import id.laras.engine.AccountVariables;
import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/**
 * What Java and the event sub-process {@code SubProcess_Revision} of {@code monitoring.bpmn} call each other's things.
 * The rest of that model belongs to the evidence room.
 */
public final class RevisionProcess {

    /** The process that the sub-process lives in. */
    public static final String KEY = ProcessModel.Keys.MONITORING;

    private RevisionProcess() {}

    /** Ids in the model. */
    public static final class Elements {
        public static final String REVISION = "SubProcess_Revision";
        public static final String START = "StartEvent_RevisionRequested";
        public static final String REVISE_TARGETS = Step.REVISE_TARGETS.task();
        public static final String APPROVE_REVISION = Step.APPROVE_REVISION.task();
        public static final String REVISION_APPROVED = "Gateway_RevisionApproved";
        public static final String END = "EndEvent_RevisionApproved";

        private Elements() {}
    }

    /** Messages. */
    public static final class Messages {
        public static final String REVISION_REQUESTED = "targets.revisionRequested";

        private Messages() {}
    }

    /** Process variables. */
    public static final class Variables {
        /** Account of who writes the new version. */
        public static final String REVISER = AccountVariables.REVISER;
        /** Account of who approves it. */
        public static final String REVISION_APPROVER = AccountVariables.REVISION_APPROVER;
        /** Whether the other side approved (boolean). */
        public static final String REVISION_APPROVED = "revisionApproved";

        private Variables() {}
    }
}
