package id.laras.assessment;

import id.laras.rules.Reasons;

/** Words that a person typed. */
final class Texts {

    private Texts() {}

    /** Whether nothing was said: null, empty or only white space. */
    static boolean blank(String text) {
        return Reasons.missing(text);
    }
}
