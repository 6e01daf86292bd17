package id.laras.steps;

import java.util.List;

/**
 * What one step or delegate does, and when. An answer that goes one way or the other is told by the flag that it sets.
 *
 * @param begun when it begins, e.g. when the task lies before the person
 * @param done  when it is done
 * @param flag  name of the variable that tells the two outcomes apart, null when there is one outcome
 * @param yes   done beside {@code done} when the flag is true
 * @param no    done beside {@code done} when the flag is false
 */
public record Deeds(List<Deed> begun, List<Deed> done, String flag, List<Deed> yes, List<Deed> no) {

    static Deeds of(Deed... done) {
        return new Deeds(List.of(), List.of(done), null, List.of(), List.of());
    }

    /** A delegate's own declaration. */
    public static Deeds of(Does declared) {
        return of(declared.value()).either(declared.flag(), List.of(declared.yes()), List.of(declared.no()));
    }

    static Deeds beginning(Deed... begun) {
        return new Deeds(List.of(begun), List.of(), null, List.of(), List.of());
    }

    /** The same, with what only one of the two outcomes does. */
    Deeds either(String flag, List<Deed> yes, List<Deed> no) {
        return new Deeds(begun, done, flag.isEmpty() ? null : flag, yes, no);
    }
}
