package id.laras.dashboard;

import id.laras.cycle.Stage;
import id.laras.security.Reach;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/**
 * Steps that are a person's deed by law, so that no timer may take them, and whose day is over: nobody but the person
 * concerned can do them, and HR has to see to it that they are done.
 */
public interface LateSteps {

    /** @param page sorted by {@code due}, {@code employee}, {@code unit} or {@code person} */
    Page<LateStep> of(Sought evaluations, Pageable page);

    /** The other cycles with such steps, all else as it is asked for: who looks at one cycle must not forget those. */
    List<LateElsewhere> elsewhere(Sought evaluations);

    /** How many there are in one cycle. */
    record LateElsewhere(String cycleId, String cycleName, long count) {}

    /**
     * Which evaluations count; null leaves a criterion out.
     *
     * @param within whose data the reader may see
     * @param name   a lower-case pattern for {@code like … escape '!'}
     */
    record Sought(String cycle, Reach within, String unit, Stage stage, String name) {}

    /**
     * One of them.
     *
     * @param employee     account
     * @param employeeName as it was when the evaluation was opened
     * @param task   id of the user task in the model
     * @param person name of whose it is, null when it waits for a group
     * @param due    in the agency's zone
     */
    record LateStep(
            String evaluationId,
            String employee,
            String employeeName,
            String employeeNip,
            String unitCode,
            String unitName,
            String task,
            String person,
            LocalDate due) {

        /** With the name in the place of the account. */
        public LateStep of(Map<String, String> names) {
            return new LateStep(
                    evaluationId,
                    employee,
                    employeeName,
                    employeeNip,
                    unitCode,
                    unitName,
                    task,
                    person == null ? null : names.get(person),
                    due);
        }
    }
}
