package id.laras.books;

import java.util.List;
import java.util.Map;

/** What every book has to hold, whoever brings it; who knows the models is behind it. */
public interface BookChecks {

    /** All faults at once. */
    List<BookFault> faults(Map<String, byte[]> files);

    /** Faults of what is new in a book that is to follow another: what the application asks for may not go. */
    List<BookFault> lost(Map<String, byte[]> former, Map<String, byte[]> files);
}
