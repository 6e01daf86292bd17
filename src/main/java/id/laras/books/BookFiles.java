package id.laras.books;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a rule book consists of: contents by the names of their files. */
record BookFiles(SortedMap<String, byte[]> contents) {

    private static final String MODEL = ".bpmn";
    private static final String TABLE = ".dmn";

    /** SHA-256 of names and contents in the order of the names, in hexadecimal: equal files have it in common, and no others. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, content) -> {
                add(digest, name.getBytes(StandardCharsets.UTF_8));
                add(digest, content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** With its length, so that a byte cannot move from a name into the content behind it. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    /** These files, with others replaced or added: a book is always whole. */
    BookFiles with(Map<String, byte[]> others) {
        var all = new TreeMap<>(contents);
        all.putAll(others);
        return new BookFiles(all);
    }

    int models() {
        return count(MODEL);
    }

    int decisionTables() {
        return count(TABLE);
    }

    /** Everything else that is deployed is the form of a human step. */
    int forms() {
        return contents.size() - models() - decisionTables();
    }

    private int count(String ending) {
        return (int)
                contents.keySet().stream().filter(name -> name.endsWith(ending)).count();
    }
}
