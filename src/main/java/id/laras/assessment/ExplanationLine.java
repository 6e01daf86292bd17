package id.laras.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One line of how a score came about, kept as key and arguments, so that it can be read in any language years later.
 * The bundle has {@code <key>.label}, {@code <key>.detail} and {@code <key>.value}, all with the same arguments.
 */
record ExplanationLine(String key, List<Argument> args) {

    static ExplanationLine line(String name, Argument... args) {
        return new ExplanationLine("assessment.line." + name, List.of(args));
    }

    /** @param text the argument itself: words, a plain decimal, or the key of a message */
    record Argument(Kind kind, String text) {

        static Argument text(String text) {
            return new Argument(Kind.TEXT, text == null ? "" : text.strip());
        }

        /** A figure as somebody entered it, e.g. a realisation. */
        static Argument number(BigDecimal number) {
            return new Argument(Kind.NUMBER, number.stripTrailingZeros().toPlainString());
        }

        static Argument number(int number) {
            return number(BigDecimal.valueOf(number));
        }

        /** A share of 0–1, shown in percent. */
        static Argument percent(BigDecimal share) {
            return number(share.movePointRight(2));
        }

        /** A calculated figure, always with two places. */
        static Argument score(Ratio score) {
            return score(score.rounded());
        }

        static Argument score(BigDecimal score) {
            return new Argument(Kind.SCORE, score.toPlainString());
        }

        static Argument day(LocalDate day) {
            return new Argument(Kind.DAY, day.toString());
        }

        static Argument message(String key) {
            return new Argument(Kind.MESSAGE, key);
        }
    }

    enum Kind {
        TEXT,
        NUMBER,
        SCORE,
        DAY,
        MESSAGE
    }
}
