package id.laras.calibration;

import id.laras.cycle.Predicate;

/** A predicate that the calibration moved: what it was, what it became, why. */
public record MoveView(Predicate from, Predicate to, String reason) {

    static MoveView of(Move move) {
        return new MoveView(move.from(), move.to(), move.reason());
    }
}
