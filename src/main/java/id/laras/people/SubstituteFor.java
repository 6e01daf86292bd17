package id.laras.people;

import java.util.Set;

/** Whose tasks somebody may do, today or later: what the reporting lines give those, they give to the substitute too. */
public interface StandsInFor {

    /** Accounts; without the substitute's own. */
    Set<String> accounts(String substitute);
}
