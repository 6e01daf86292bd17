package id.laras.gate;

import id.laras.steps.Step;
import java.util.Set;

/** What is about oneself nobody else does, what is decided about the employee they do not do themselves, and who gives an opinion was chosen. */
final class WhoseTask implements Article {

    static final String EMPLOYEE = "employee";
    static final String SUPERIOR = "superior";

    @Override
    public Rule rule() {
        return Rule.WHOSE_TASK;
    }

    @Override
    public String source() {
        return "PermenPANRB 6/2022";
    }

    @Override
    public boolean allows(Act act, Past past) {
        var step = act.step();
        if (act.kind() != Act.Kind.DONE || step == null || step.is(Step.Trait.OF_EITHER_SIDE)) {
            return true;
        }
        if (step.confidential()) {
            return act.doers().size() == 1 && act.doers().iterator().next().startsWith(Variables.UNKNOWN);
        }
        return step.kind().isEmpty()
                ? act.doers().equals(Set.of(EMPLOYEE))
                : !act.doers().contains(EMPLOYEE);
    }
}
