package id.laras.gate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** What is thrown, or waited for; without a code it catches every code. */
record Trigger(Kind kind, String code) {

    enum Kind {
        /** A timer or a message: may come at any time. */
        OUTSIDE,
        ERROR,
        ESCALATION
    }

    static final Trigger OUTSIDE = new Trigger(Kind.OUTSIDE, "");

    /** Whoever names the code goes before whoever catches all. */
    static <T> Optional<T> catcher(Collection<T> waiting, Function<T, Trigger> awaits, Trigger thrown) {
        return waiting.stream()
                .filter(each -> awaits.apply(each).catches(thrown))
                .min(Comparator.comparing(each -> awaits.apply(each).code().isEmpty()));
    }

    private boolean catches(Trigger thrown) {
        return kind == thrown.kind && (code.isEmpty() || code.equals(thrown.code));
    }
}
