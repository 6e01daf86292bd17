package id.laras.intake;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A row of {@code positions}.
 *
 * @param competencies code → level 1 to 9, in the order of the codes; null when they cannot be read
 */
record PositionRow(
        TableRow row,
        String code,
        String name,
        String positionKind,
        String positionLevel,
        TreeMap<String, Integer> competencies)
        implements ImportRow {

    private static final Pattern COMPETENCY = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63}):([1-9])");

    static PositionRow of(TableRow row) {
        return new PositionRow(
                row,
                row.cell("kode"),
                row.cell("nama"),
                row.cell("jenis_jabatan"),
                row.cell("jenjang"),
                competencies(row.cell("kompetensi")));
    }

    /** Reads {@code code:level|code:level}; null when it is none, or names a code twice. */
    static TreeMap<String, Integer> competencies(String text) {
        var found = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        for (var part : text == null ? new String[0] : text.split("[|;,\\s]+")) {
            var competency = COMPETENCY.matcher(part);
            if (!competency.matches()
                    || found.putIfAbsent(competency.group(1), Integer.valueOf(competency.group(2))) != null) {
                return null;
            }
        }
        return found;
    }

    /** As it is kept and shown; null for none. */
    static String text(Map<String, Integer> competencies) {
        var text = new StringBuilder();
        competencies.forEach((code, level) ->
                text.append(text.isEmpty() ? "" : "|").append(code).append(':').append(level));
        return text.isEmpty() ? null : text.toString();
    }

    @Override
    public String key() {
        return code;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Map<String, String> values() {
        var values = row.values(ImportTable.POSITIONS.required());
        if (competencies != null) {
            values.put("kompetensi", text(competencies));
        }
        return values;
    }
}
