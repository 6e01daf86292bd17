package id.laras.engine;

import id.laras.steps.StepFacts;
import java.util.List;
import java.util.Map;

/**
 * One user task of a model: what its form is shown, and how its answer enters the domain. A phase has one bean per user
 * task in its {@code process} package; the guard finds it by process and task and runs it in the completing
 * transaction, so that a refusal leaves the task open and nothing half-done.
 *
 * @param <A> the answer, a record that Jackson reads from the form's JSON
 */
public interface HumanStep<A> {

    /** The row of the catalogue. */
    StepFacts step();

    Class<A> answerType();

    /** What the form shows, as a record; travels to the browser of the assignee (or a candidate) only. */
    Object view(StepContext context);

    /**
     * Enters the answer into the domain.
     *
     * @return the routing flags that the gateways behind the task need; ids and booleans only
     * @throws id.laras.rules.Refusal when the answer breaks a rule
     */
    Map<String, Object> complete(StepContext context, A answer);

    /**
     * What follows from an answer that was just taken. Asked in the transaction of a preview, after {@link #complete} and
     * before anything is kept, so that it may look at, and score, what the answer has changed. A step is asked about unless
     * it says that its answer can still be put right.
     */
    default Outlook outlook(StepContext context, A answer) {
        return new Outlook(step().task(), List.of(Outlook.sentence("engine.outlook.final")));
    }
}
