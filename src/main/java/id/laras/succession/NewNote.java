package id.laras.succession;

import id.laras.rules.Reasons;

/**
 * What the former assessor hands in; at least one of the three, each at most 10,000 characters (the guard's limit).
 *
 * @param agreed    what was agreed with the employee
 * @param seen      what the former assessor has seen of the work
 * @param remaining what is still open
 */
public record NewNote(String agreed, String seen, String remaining) {

    public NewNote {
        agreed = Reasons.clean(agreed);
        seen = Reasons.clean(seen);
        remaining = Reasons.clean(remaining);
    }

    boolean isEmpty() {
        return agreed == null && seen == null && remaining == null;
    }
}
