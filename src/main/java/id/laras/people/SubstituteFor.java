package id.laras.people;

import java.util.Set;

/** Whose substitute somebody is, today or later. What the reporting lines give to a person, they give to their substitute too. */
public interface SubstituteFor {

    /** Accounts; without the substitute's own. */
    Set<String> accounts(String substitute);
}
