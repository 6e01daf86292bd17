package id.laras.dashboard;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;

/**
 * Steps that are a person's deed by law, so that no timer may take them, and whose day is over: nobody but the person
 * concerned can do them, and HR has to see to it that they are done.
 */
public interface LateSteps {

    /**
     * The longest overdue first, at most 200.
     *
     * @param evaluations ids of those to look at; null for all
     */
    List<LateStep> of(Collection<String> evaluations);

    /**
     * One of them.
     *
     * @param task    id of the user task in the model
     * @param account whose it is, null when it waits for a group
     * @param due     in the agency's zone
     */
    record LateStep(String evaluationId, String task, String account, ZonedDateTime due) {}
}
