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
public class AccountVariables {

    public static final String EMPLOYEE = "employee";
    public static final String ASSESSOR = "assessor";
    /** The assessor in evaluations that were opened before migration 341: they run to their end by models that say it. */
    public static final String ASSESSOR_BEFORE = "supervisor";
    /** Superior of the assessor. */
    public static final String SUPERIOR = "superior";
    /** Who writes a new version of targets. */
    public static final String REVISER = "reviser";
    /** Who approves it. */
    public static final String REVISION_APPROVER = "revisionApprover";
    /** The assessor until a hand-over. */
    public static final String FORMER = "former";

    static final Set<String> NAMES = Set.of(EMPLOYEE, ASSESSOR, SUPERIOR, REVISER, REVISION_APPROVER, FORMER);

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
