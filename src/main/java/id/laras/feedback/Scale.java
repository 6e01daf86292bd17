package id.laras.feedback;

import id.laras.cycle.Scheme;

/** On which scale values are rated; follows from the cycle's scheme. */
public enum Scale {
    /** {@link Rating}, QUADRANT. */
    RATING,
    /** 0 to 120, NUMERIC. */
    SCORE;

    public static Scale of(Scheme scheme) {
        return switch (scheme) {
            case QUADRANT -> RATING;
            case NUMERIC -> SCORE;
        };
    }
}
