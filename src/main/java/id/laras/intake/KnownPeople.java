package id.laras.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Everything that an import can touch, as it stands: by table, by key, by column. Written down as the files would say
 * it, so that a file and what is known can be compared column by column.
 */
record KnownPeople(Map<ImportTable, Map<String, Map<String, String>>> tables) {

    static KnownPeople none() {
        var tables = new EnumMap<ImportTable, Map<String, Map<String, String>>>(ImportTable.class);
        for (var table : ImportTable.values()) {
            tables.put(table, new HashMap<>());
        }
        return new KnownPeople(tables);
    }

    Map<String, Map<String, String>> of(ImportTable table) {
        return tables.get(table);
    }

    /** As they would be after these changes; these here stay as they are. */
    KnownPeople with(List<ImportChange> changes) {
        var after = new EnumMap<ImportTable, Map<String, Map<String, String>>>(tables);
        for (var table : ImportTable.values()) {
            var changed =
                    changes.stream().filter(change -> change.table() == table).toList();
            if (!changed.isEmpty()) {
                var rows = new HashMap<>(of(table));
                changed.forEach(change -> rows.put(change.key(), change.values()));
                after.put(table, rows);
            }
        }
        return new KnownPeople(after);
    }

    /** Key → what stands in the column, or null. */
    Map<String, String> column(ImportTable table, String column) {
        Map<String, String> values = new HashMap<>();
        of(table).forEach((key, row) -> values.put(key, row.get(column)));
        return values;
    }

    /** The same for the same people, another when anything differs (SHA-256 of everything in the order of the keys). */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var table : ImportTable.values()) {
                digest.update((byte) 1);
                of(table).entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(row -> {
                    add(digest, row.getKey());
                    row.getValue().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .forEach(cell -> {
                                add(digest, cell.getKey());
                                add(digest, cell.getValue());
                            });
                });
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text == null ? (byte) 2 : (byte) 3);
        if (text != null) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
    }
}
