package id.laras.people;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds codes that are the same but for zeros which a spreadsheet drops from numbers: 0101 and 101, 1.10 and 1.1. */
final class LostZeros {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^0+(?=[0-9])|(?<=\\.[0-9]{0,60})0+$|\\.0+$");

    private LostZeros() {}

    /** The code without the zeros that a number would lose; null for a code that is no number. */
    static String bare(String code) {
        return code != null && NUMBER.matcher(code).matches()
                ? AT_THE_ENDS.matcher(code).replaceAll("")
                : null;
    }

    /** Another of these codes that this one may have been. */
    static Optional<String> other(String code, Collection<String> codes) {
        var bare = bare(code);
        return bare == null
                ? Optional.empty()
                : codes.stream()
                        .filter(Objects::nonNull)
                        .filter(other -> !other.equals(code) && bare.equals(bare(other)))
                        .sorted()
                        .findFirst();
    }

    /** That a unit is not known, with the one that may have been meant. */
    static ImportError unknown(TableRow row, String column, String code, Collection<String> codes) {
        return other(code, codes)
                .map(meant -> row.error(column, "people.unit.zeros", code, meant))
                .orElseGet(() -> row.error(column, "people.unit.unknown", code));
    }
}
