package id.laras.books;

import id.laras.rules.Refusal;
import java.util.List;

/** A book that does not pass the gate, with all of its faults at once. */
public class BookRefused extends Refusal {

    private final transient List<BookFault> faults;

    public BookRefused(List<BookFault> faults) {
        super(faults.stream()
                .map(fault -> new Problem(fault.key(), fault.args().toArray()))
                .toList());
        this.faults = List.copyOf(faults);
    }

    /** @return empty unless the cause of the failure is that a book was refused */
    public static BookRefused in(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BookRefused refused) {
                return refused;
            }
        }
        return null;
    }

    public List<BookFault> faults() {
        return faults;
    }
}
