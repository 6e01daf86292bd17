package id.laras.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with the files of one import, and what is only remarkable. All is counted; of a file that is wrong
 * everywhere not all is kept.
 */
final class ImportErrors {

    static final int KEPT = 50_000;

    private final List<ImportError> kept = new ArrayList<>();
    private final Set<Cell> unreadable = new HashSet<>();
    private final List<ImportNotice> notices = new ArrayList<>();
    private final Map<Cell, String> headings = new HashMap<>();
    private boolean rowsMissing;
    private int count;
    private int noticeCount;
    private int asked;

    private record Cell(String file, int row, String column) {}

    /** A rule is broken. */
    void add(ImportError error) {
        if (!unreadable.contains(cell(error)) && !unreadable.contains(new Cell(error.file(), error.row(), null))) {
            keep(error);
        }
    }

    /** A file, its header, a row or a cell cannot be read; no rule then says anything of that row or cell. */
    void addUnreadable(ImportError error) {
        unreadable.add(cell(error));
        keep(error);
    }

    /** A row is none, unless that was told for another reason; no rule then says anything of it. */
    void addRow(ImportError error) {
        if (!unreadable.contains(cell(error))) {
            addUnreadable(error);
        }
    }

    /** What a file calls a column. Of two files with one name nobody can tell which is meant. */
    void heading(String file, String column, String heading) {
        var before = headings.putIfAbsent(new Cell(file, 0, column), heading);
        if (before != null && !before.equals(heading)) {
            headings.put(new Cell(file, 0, column), column);
        }
    }

    /** The rest of a file cannot be read: who or what would stand in it nobody knows. */
    void rowsAreMissing() {
        rowsMissing = true;
    }

    /** Nothing is wrong, but HR should know. Of a row or a cell that cannot be read nothing is asked. */
    void note(ImportNotice notice) {
        if (notice.asked()
                && (unreadable.contains(new Cell(notice.file(), notice.row(), null))
                        || unreadable.contains(new Cell(notice.file(), notice.row(), notice.column())))) {
            return;
        }
        noticeCount++;
        asked += notice.asked() ? 1 : 0;
        if (notices.size() < KEPT) {
            notices.add(notice.under(headings.get(new Cell(notice.file(), 0, notice.column()))));
        }
    }

    private void keep(ImportError error) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(error.under(headings.get(new Cell(error.file(), 0, error.column()))));
        }
    }

    private static Cell cell(ImportError error) {
        return new Cell(error.file(), error.row(), error.column());
    }

    boolean none() {
        return count == 0;
    }

    /** Whether the rows of every file are there, so that the rules can look at all of them together. */
    boolean allRowsKnown() {
        return !rowsMissing;
    }

    int count() {
        return count;
    }

    int noticeCount() {
        return noticeCount;
    }

    /** How many of them HR must answer. */
    int asked() {
        return asked;
    }

    /** What is asked comes first, then by file and row. */
    List<ImportNotice> noticesInOrder(List<String> files) {
        List<ImportNotice> ordered = new ArrayList<>(notices);
        ordered.sort(Comparator.comparing((ImportNotice notice) -> !notice.asked())
                .thenComparingInt(notice -> files.indexOf(notice.file()))
                .thenComparingInt(ImportNotice::row));
        return ordered;
    }

    /** In the order in which one mends them: by file, then by row. */
    List<ImportError> inOrder(List<String> files) {
        List<ImportError> ordered = new ArrayList<>(kept);
        ordered.sort(Comparator.comparingInt((ImportError error) -> files.indexOf(error.file()))
                .thenComparingInt(ImportError::row));
        return ordered;
    }
}
