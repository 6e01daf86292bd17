package id.laras.assessment;

import id.laras.assessment.ExplanationLine.Argument;
import id.laras.cycle.Evaluation;
import id.laras.security.StoodIn;
import id.laras.steps.Step;
import id.laras.words.Written;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Reads a score aloud: ready sentences in the reader's language, figures in its notation. */
@Component
class Results {

    private final MessageSource messages;
    private final StoodIn stoodIn;
    private final Clock clock;

    Results(MessageSource messages, StoodIn stoodIn, Clock clock) {
        this.messages = messages;
        this.stoodIn = stoodIn;
        this.clock = clock;
    }

    /** @param versions oldest first, at least one; the last one counts, the ones before tell how it came to it */
    ResultView view(Evaluation evaluation, List<Score> versions, Locale locale) {
        var current = versions.get(versions.size() - 1);
        var lines = new ArrayList<ResultView.Line>();
        current.explanation().forEach(line -> lines.add(render(line, locale)));
        for (int i = 1; i < versions.size(); i++) {
            lines.add(change(versions.get(i - 1), versions.get(i), locale));
        }
        return new ResultView(
                evaluation.cycle().scheme(),
                current.predicate(),
                messages.getMessage("assessment.predicate." + current.predicate(), null, locale),
                current.total(),
                current.basis(),
                current.calculatedAt(),
                ratedBy(evaluation, versions, locale),
                evaluation.predicate() != null,
                List.copyOf(lines));
    }

    private ResultView.Line render(ExplanationLine line, Locale locale) {
        var args = line.args().stream().map(arg -> shown(arg, locale)).toArray();
        return new ResultView.Line(
                messages.getMessage(line.key() + ".label", args, locale),
                messages.getMessage(line.key() + ".detail", args, "", locale),
                messages.getMessage(line.key() + ".value", args, "", locale));
    }

    private ResultView.Line change(Score before, Score after, Locale locale) {
        var key = "assessment.line.changed." + after.basis();
        Object[] args = {
            predicate(before),
            predicate(after),
            after.reason(),
            new Written(locale).day(after.calculatedAt().atZone(clock.getZone()))
        };
        return new ResultView.Line(
                messages.getMessage(key + ".label", args, locale),
                messages.getMessage(key + ".detail", args, locale),
                messages.getMessage(key + ".value", args, locale));
    }

    private static DefaultMessageSourceResolvable predicate(Score score) {
        return new DefaultMessageSourceResolvable("assessment.predicate." + score.predicate());
    }

    private static Object shown(Argument arg, Locale locale) {
        var written = new Written(locale);
        return switch (arg.kind()) {
            case TEXT -> arg.text();
            case NUMBER -> written.number(new BigDecimal(arg.text()));
            case SCORE -> written.score(new BigDecimal(arg.text()));
            case DAY -> written.day(LocalDate.parse(arg.text()));
            case MESSAGE -> new DefaultMessageSourceResolvable(arg.text());
        };
    }

    private String ratedBy(Evaluation evaluation, List<Score> versions, Locale locale) {
        var counting = versions.stream()
                .filter(score -> score.basis() != Basis.CALIBRATION)
                .reduce((first, second) -> second)
                .orElseThrow();
        var account = counting.decidedBy();
        var name = account.equals(evaluation.assessor()) ? evaluation.assessorName() : stoodIn.name(account);
        var step = counting.basis() == Basis.OBJECTION ? Step.DECIDE_OBJECTION : Step.RATE_EMPLOYEE;
        return stoodIn.shown(evaluation.id().value(), account, name, locale, step);
    }
}
