package id.laras.target.web;

import id.laras.cycle.Evaluation;
import id.laras.security.StoodIn;
import id.laras.steps.Step;
import id.laras.steps.TaskKind;
import java.util.Locale;

/** Calls people by their names instead of their accounts; a substitute is followed by the person they stood in for. */
public record Names(Evaluation evaluation, StoodIn stoodIn, Locale locale) {

    public String of(String account) {
        if (account == null) {
            return "–";
        }
        if (account.equals(evaluation.employee())) {
            return evaluation.employeeName();
        }
        return account.equals(evaluation.assessor())
                ? evaluation.assessorName()
                : stoodIn.shown(
                        evaluation.id().value(), account, stoodIn.name(account), locale, Step.of(TaskKind.TARGETS));
    }
}
