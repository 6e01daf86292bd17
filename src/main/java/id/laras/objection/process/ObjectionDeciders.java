package id.laras.objection.process;

import id.laras.engine.ModelBean;
import id.laras.security.Role;
import id.laras.steps.ProcessModel;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells the model whom a decision is offered to: the HR team when the assessor has no superior, else nobody but the
 * assignee. A bean, because the engine takes an empty list for nobody, but neither null nor an empty text.
 */
@Component
@ModelBean(ProcessModel.Keys.OBJECTION)
public class ObjectionDeciders {

    /** @param superior account, or none: the expression language hands null on as an empty text */
    public List<String> groups(String superior) {
        return superior == null || superior.isEmpty() ? List.of(Role.HR.group()) : List.of();
    }
}
