package id.laras.intake;

import id.laras.people.PositionKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What must be true of superiors outside of the service (docs/adr/0094): a code in place of the NIP, no unit, and nobody of the
 * service above them, so that none of them is ever evaluated.
 */
final class OutsideRules {

    /** Begins with a letter, so that it is never taken for a NIP; also what an account may be called. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]{2,17}");

    private final KnownPeople known;
    private final ImportErrors errors;

    OutsideRules(KnownPeople known, ImportErrors errors) {
        this.known = known;
        this.errors = errors;
    }

    /** Whether this is written as what they have in place of a NIP. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    void check(List<EmployeeRow> rows) {
        var before = known.column(ImportTable.EMPLOYEES, "jenis_jabatan");
        rows.stream()
                .filter(row -> !row.isOutside() && PositionKind.LUAR_ASN.name().equals(before.get(row.nip())))
                .forEach(row -> error(row, "jenis_jabatan", "people.outside.stays", row.nip()));
        var kinds = new HashMap<>(before);
        Map<String, String> spelling = new HashMap<>();
        kinds.keySet().forEach(key -> spelling.put(lower(key), key));
        rows.stream().filter(row -> row.nip() != null).forEach(row -> {
            kinds.put(row.nip(), row.positionKind());
            spelling.putIfAbsent(lower(row.nip()), row.nip());
        });
        rows.stream().filter(EmployeeRow::isOutside).forEach(row -> check(row, kinds, spelling));
    }

    private void check(EmployeeRow outside, Map<String, String> kinds, Map<String, String> spelling) {
        var code = outside.nip();
        if (code == null || !isCode(code)) {
            error(outside, "nip", "people.outside.code", code == null ? "" : code);
        } else if (!spelling.get(lower(code)).equals(code)) {
            error(outside, "nip", "people.code.spelling", spelling.get(lower(code)));
        }
        if (outside.unitCode() != null) {
            error(outside, "unit", "people.outside.unit");
        }
        var superior = outside.superiorNip();
        if (superior != null
                && kinds.containsKey(superior)
                && !PositionKind.LUAR_ASN.name().equals(kinds.get(superior))) {
            error(outside, "atasan_nip", "people.outside.superior", superior);
        }
    }

    private void error(EmployeeRow outside, String column, String key, Object... args) {
        errors.add(outside.row().error(column, key, args));
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
