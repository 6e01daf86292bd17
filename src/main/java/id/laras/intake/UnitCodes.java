package id.laras.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * All units that a file may name, and what somebody meant who named none of them. Each way in which a code is misspelt is a map
 * that is made once, because a file may be wrong in every row.
 */
final class UnitCodes {

    /** A number as a spreadsheet abbreviates it. */
    private static final Pattern ABBREVIATED = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");

    private static final String MONTH =
            "(?i:jan|[fp]eb|mar|apr|mei|may|jun|jul|a[gu][usgt]|sep|o[kc]t|no[vp]|de[sc])\\p{L}*";

    private static final Pattern DAY = Pattern.compile("[0-9]{1,4}[-/ ]" + MONTH + "|" + MONTH
            + "[-/ ][0-9]{1,4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

    private final Set<String> codes = new HashSet<>();
    private final Map<String, String> byZeros;
    private final Map<String, String> byGroups;
    private final Map<String, String> bySpelling;
    private final Map<String, String> byName = new HashMap<>();

    UnitCodes(Map<String, Map<String, String>> known, List<UnitRow> rows) {
        known.forEach((code, unit) -> add(code, unit.get("nama")));
        rows.forEach(unit -> add(unit.code(), unit.name()));
        byZeros = first(codes, LostZeros::bare);
        byGroups = first(codes, UnitCodes::groups);
        bySpelling = first(codes, UnitCodes::letters);
    }

    private void add(String code, String name) {
        if (code != null) {
            codes.add(code);
            if (name != null) {
                byName.merge(letters(name), code, (one, other) -> one.equals(other) ? one : "");
            }
        }
    }

    /** Of several the first by the alphabet, so that the same file is told the same. */
    private static Map<String, String> first(Collection<String> codes, Function<String, String> key) {
        Map<String, String> first = new TreeMap<>();
        codes.stream()
                .filter(code -> key.apply(code) != null)
                .forEach(code ->
                        first.merge(key.apply(code), code, (one, other) -> one.compareTo(other) < 0 ? one : other));
        return first;
    }

    boolean contains(String code) {
        return codes.contains(code);
    }

    /** Whether a spreadsheet has made this of another text: 1.02E+05, 01-Jan. */
    static boolean isAbbreviated(String code) {
        return ABBREVIATED.matcher(code).matches();
    }

    /** That a unit is not known, for the cause that is most likely. */
    ImportError unknown(TableRow row, String column, String code) {
        if (isAbbreviated(code)) {
            return row.error(column, "people.unit.abbreviated", code);
        }
        var bare = LostZeros.bare(code);
        if (bare != null && byZeros.containsKey(bare)) {
            return row.error(column, "people.unit.zeros", code, byZeros.get(bare));
        }
        var letters = letters(code);
        var meant = meant(code, letters);
        if (meant != null) {
            return row.error(column, "people.unit.spelling", code, meant);
        }
        if (DAY.matcher(code).matches()) {
            return row.error(column, "people.unit.day", code);
        }
        var named = byName.getOrDefault(letters, "");
        return named.isEmpty() || letters.isEmpty()
                ? row.error(column, "people.unit.unknown", code)
                : row.error(column, "people.unit.name", code, named);
    }

    /** 1.11 is not 11.1: of a code of digits in groups another one is meant only where its groups are the same. */
    private String meant(String code, String letters) {
        var meant = letters.isEmpty() ? null : byGroups.get(groups(code));
        var isNumber = !letters.equals(groups(code)) && letters.chars().allMatch(Character::isDigit);
        return meant != null || letters.isEmpty() || isNumber ? meant : bySpelling.get(letters);
    }

    /** Letters and digits with one hyphen for whatever stands between them. */
    static String groups(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
