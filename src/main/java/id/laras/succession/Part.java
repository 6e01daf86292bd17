package id.laras.succession;

import java.time.LocalDate;

/**
 * The part of the cycle for which somebody is evaluated, where it is not the whole.
 *
 * @param served    length of the part by {@code measure}
 * @param agreedFor length of the period for which the targets were agreed; the same as {@code served} where they were
 *                  agreed for the part, and then nothing is shared out
 */
public record Part(
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate cycleFirstDay,
        LocalDate cycleLastDay,
        int served,
        int agreedFor,
        Measure measure) {

    /** Whether what was agreed is less, or more, by now. */
    public boolean isShared() {
        return served != agreedFor;
    }
}
