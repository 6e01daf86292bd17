package id.laras.succession;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** How long a period is counted to be when what was agreed for the whole is shared out; each agency has its rule. */
public enum Measure {
    /** Days, both ends counted. */
    DAYS {
        @Override
        int length(LocalDate first, LocalDate last) {
            return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
        }
    },
    /** Calendar months; one that has begun counts. */
    MONTHS {
        @Override
        int length(LocalDate first, LocalDate last) {
            return Math.toIntExact(ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1);
        }
    },
    /** Nothing is shared out: targets stay as they were agreed. */
    NONE {
        @Override
        int length(LocalDate first, LocalDate last) {
            return 1;
        }
    };

    abstract int length(LocalDate first, LocalDate last);
}
