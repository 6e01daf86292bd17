package id.laras.retention.process;

import id.laras.steps.ProcessModel;

/** Passport of {@code erasure.bpmn}: one order to erase; the business key is its id. */
final class ErasureProcess {

    static final String KEY = ProcessModel.Keys.ERASURE;

    private ErasureProcess() {}

    static final class Variables {
        /** Whether nothing is left to erase. */
        static final String ERASURE_DONE = "erasureDone";

        private Variables() {}
    }
}
