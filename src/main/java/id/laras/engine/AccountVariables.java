package id.laras.engine;

import id.laras.security.Role;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The variables by which the models know people hold accounts, which are often NIPs. Whoever has a task of the process reads
 * its variables through the engine's API: to them a name suffices, and their form has it (docs/adr/0074).
 */
@Component
class AccountVariables {

    static final Set<String> NAMES =
            Set.of("employee", "assessor", "superior", "reviser", "revisionApprover", "former");

    /** In evaluations that were opened before migration 341. */
    private static final String ASSESSOR_BEFORE = "supervisor";

    private final IdentityService identity;

    AccountVariables(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** HR and auditors tell people of one name apart by them, and the application itself needs them. */
    VariableMap withoutThem(VariableMap variables) {
        var reader = identity.getCurrentAuthentication();
        var groups = reader == null ? null : reader.getGroupIds();
        if (variables != null
                && reader != null
                && (groups == null || !groups.contains(Role.HR.group()) && !groups.contains(Role.AUDITOR.group()))) {
            ((Map<String, Object>) variables).keySet().removeAll(NAMES);
            variables.remove(ASSESSOR_BEFORE);
        }
        return variables;
    }
}
