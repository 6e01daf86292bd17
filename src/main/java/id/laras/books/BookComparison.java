package id.laras.books;

import id.laras.rules.Refusal.Problem;
import java.util.List;
import java.util.Map;

/** What differs between two books, in words for people who do not read diagrams as files. */
public interface BookComparison {

    /** One sentence per difference; an argument that is itself a {@link Problem} is said first. */
    List<Problem> between(Map<String, byte[]> former, Map<String, byte[]> later);
}
