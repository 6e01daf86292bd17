package id.laras.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with the files of one import. All are counted; of a file that is wrong everywhere not all are kept. */
final class ImportErrors {

    static final int KEPT = 50_000;

    private final List<ImportError> kept = new ArrayList<>();
    private int count;

    void add(ImportError error) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(error);
        }
    }

    boolean none() {
        return count == 0;
    }

    int count() {
        return count;
    }

    /** In the order in which one mends them: by file, then by row. */
    List<ImportError> inOrder(List<String> files) {
        List<ImportError> ordered = new ArrayList<>(kept);
        ordered.sort(Comparator.comparingInt((ImportError error) -> files.indexOf(error.file()))
                .thenComparingInt(ImportError::row));
        return ordered;
    }
}
