package id.laras.target.web;

import id.laras.cycle.Evaluation;

/** Calls the two sides by their names instead of their accounts. */
public record Names(Evaluation evaluation) {

    public String of(String account) {
        if (account == null) {
            return "–";
        }
        if (account.equals(evaluation.employee())) {
            return evaluation.employeeName();
        }
        return account.equals(evaluation.supervisor()) ? evaluation.supervisorName() : account;
    }
}
