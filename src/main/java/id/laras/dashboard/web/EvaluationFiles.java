package id.laras.dashboard.web;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Predicate;
import id.laras.dashboard.LateSteps.LateStep;
import id.laras.rules.Csv;
import id.laras.security.Reach;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The lists of this room as files: the columns of the page, and what tells namesakes apart for those who see it there. */
@Component
class EvaluationFiles {

    private final MessageSource messages;

    EvaluationFiles(MessageSource messages) {
        this.messages = messages;
    }

    /** @param reach where the reader is HR: nobody else who follows the evaluations is shown a NIP */
    Csv<LateStep> late(Reach reach, Locale language) {
        return new Csv<LateStep>()
                .column(said("dashboard.evaluations.employee", language), LateStep::employeeName)
                .column("NIP", step -> reach.covers(step.unitCode()) ? step.employeeNip() : null)
                .column(said("dashboard.overview.unit", language), LateStep::unitName)
                .column(said("dashboard.late.step", language), step -> said("audit.step." + step.task(), language))
                .column(
                        said("dashboard.late.person", language),
                        step -> step.person() == null ? said("dashboard.late.group", language) : step.person())
                .column(said("dashboard.late.due", language), LateStep::due);
    }

    /** @param reach as in {@link #late} */
    Csv<Evaluation> evaluations(Reach reach, Locale language) {
        return standing(
                new Csv<Evaluation>()
                        .column(said("dashboard.evaluations.employee", language), Evaluation::employeeName)
                        .column(
                                "NIP",
                                evaluation -> reach.covers(evaluation.unitCode()) ? evaluation.employeeNip() : null)
                        .column(said("dashboard.list.position", language), Evaluation::position)
                        .column(said("dashboard.overview.unit", language), Evaluation::unitName)
                        .column(said("dashboard.evaluations.assessor", language), Evaluation::assessorName),
                language);
    }

    /** For assessors, to whom no page shows the NIP. */
    Csv<Evaluation> people(String account, Locale language) {
        return standing(
                new Csv<Evaluation>()
                        .column(said("dashboard.evaluations.employee", language), Evaluation::employeeName)
                        .column(said("dashboard.list.position", language), Evaluation::position)
                        .column(said("dashboard.overview.unit", language), Evaluation::unitName)
                        .column(
                                said("dashboard.evaluations.cycle", language),
                                evaluation -> evaluation.cycle().name())
                        .column(
                                said("dashboard.evaluations.role", language),
                                evaluation -> said(
                                        account.equals(evaluation.assessor())
                                                ? "dashboard.evaluations.role.assessor"
                                                : "dashboard.evaluations.role.superior",
                                        language)),
                language);
    }

    private Csv<Evaluation> standing(Csv<Evaluation> file, Locale language) {
        return file.column(
                        said("dashboard.evaluations.stage", language),
                        evaluation -> said("cycle.stage." + evaluation.stage(), language))
                .column(
                        said("dashboard.evaluations.predicate", language),
                        evaluation -> predicate(evaluation.predicate(), language));
    }

    private String predicate(Predicate predicate, Locale language) {
        return predicate == null ? null : said("assessment.predicate." + predicate, language);
    }

    private String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
