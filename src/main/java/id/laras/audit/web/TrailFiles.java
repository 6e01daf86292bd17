package id.laras.audit.web;

import id.laras.audit.AnswerField;
import id.laras.audit.EvaluationSearch.Found;
import id.laras.audit.Timeline.Entry;
import id.laras.rules.Csv;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The lists of this room as files: what the page shows this reader, and nothing else. */
@Component
class TrailFiles {

    private final MessageSource messages;

    TrailFiles(MessageSource messages) {
        this.messages = messages;
    }

    Csv<Found> evaluations(Locale language) {
        return new Csv<Found>()
                .column(said("audit.search.employee", language), Found::employeeName)
                .column("NIP", Found::employeeNip)
                .column(said("audit.search.unit", language), Found::unitName)
                .column(said("audit.search.cycle", language), Found::cycleName)
                .column(said("audit.search.stage", language), found -> said("cycle.stage." + found.stage(), language))
                .column(
                        said("audit.search.result", language),
                        found -> found.predicate() == null
                                ? null
                                : said("assessment.predicate." + found.predicate(), language));
    }

    Csv<Entry> entries(Locale language) {
        return new Csv<Entry>()
                .column(said("audit.trail.at", language), Entry::time)
                .column(said("audit.trail.kind", language), entry -> said("audit.trail.kind." + entry.kind(), language))
                .column(said("audit.timeline.happened", language), Entry::what)
                .column(said("audit.trail.actor", language), Entry::actor)
                .column(
                        said("audit.timeline.answer", language),
                        entry -> entry.hidden() ? said("audit.timeline.hidden", language) : lines(entry.answer(), ""));
    }

    private static String lines(List<AnswerField> fields, String before) {
        return fields.stream()
                .map(field -> field.fields().isEmpty()
                        ? before + field.label() + ": " + field.value()
                        : before + field.label() + ":\n" + lines(field.fields(), before + "  "))
                .collect(Collectors.joining("\n"));
    }

    private String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
