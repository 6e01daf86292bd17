package id.laras.substitution.process;

import id.laras.steps.ProcessModel;

/** Passport of {@code substitution.bpmn}: one substitution; the business key is its id. */
final class SubstitutionProcess {

    static final String KEY = ProcessModel.Keys.SUBSTITUTION;

    private SubstitutionProcess() {}

    static final class Messages {
        /** Somebody ends it early. */
        static final String ENDED = "substitution.ended";

        private Messages() {}
    }

    static final class Variables {
        /** When the first day begins, ISO text with offset. */
        static final String BEGINS = "substitutionBegins";

        /** When the last day is over, ISO text with offset. */
        static final String ENDS = "substitutionEnds";

        private Variables() {}
    }
}
