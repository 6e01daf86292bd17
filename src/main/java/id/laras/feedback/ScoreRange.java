package id.laras.feedback;

import java.math.BigDecimal;

/** What a score of a value can be, from 0 on. */
public record ScoreRange(BigDecimal highest, int decimals) {

    /** PP 30/2019: behaviour is scored from 0 to 120. */
    public static final ScoreRange OURS = new ScoreRange(BigDecimal.valueOf(120), 2);
}
