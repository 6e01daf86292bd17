package id.laras.books;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** Files as somebody sent them: which of them may stand in a book, and how large a book may be. */
public final class SentFiles {

    /** Bytes of one file; the largest that is shipped has a twentieth. */
    public static final int LARGEST_FILE = 1 << 20;

    /** Bytes of a whole book; the one that is shipped has less than a twentieth. */
    public static final int LARGEST_BOOK = 4 << 20;

    /** Files of a book. */
    public static final int MOST_FILES = 200;

    /** No folder, no dot in front: a name is never a path. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.-]{0,99}\\.(?:bpmn|dmn|form|html)");

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final TreeMap<String, byte[]> contents = new TreeMap<>();
    private final List<BookFault> faults = new ArrayList<>();
    private long bytes;

    public static boolean isModel(String file) {
        return file.endsWith(".bpmn");
    }

    public static boolean isTable(String file) {
        return file.endsWith(".dmn");
    }

    public static boolean isForm(String file) {
        return file.endsWith(".form");
    }

    /** A form of a step that is built in: it has scripts, so it comes with the application only. */
    static boolean isBuiltIn(String file) {
        return file.endsWith(".html");
    }

    /** A file, or all files of an archive. */
    public SentFiles add(String name, byte[] content) {
        if (content.length >= ZIP.length && Arrays.equals(content, 0, ZIP.length, ZIP, 0, ZIP.length)) {
            unpack(name, content);
        } else {
            put(name, content);
        }
        return this;
    }

    private void put(String name, byte[] content) {
        bytes += content.length;
        if (name == null || !NAME.matcher(name).matches()) {
            faults.add(BookFault.ofFile("NAME", shown(name)));
        } else if (content.length > LARGEST_FILE) {
            faults.add(BookFault.ofFile("LARGE", name, LARGEST_FILE >> 10));
        } else if (contents.size() <= MOST_FILES && contents.putIfAbsent(name, content) != null) {
            faults.add(BookFault.ofFile("SENT_TWICE", name));
        }
    }

    /** Names come from strangers: their end is enough to know the file again. */
    private static String shown(String name) {
        return name == null ? "–" : name.substring(Math.max(0, name.length() - 100));
    }

    /** Nothing is written anywhere, and no more is unpacked than a book may hold. */
    private void unpack(String archive, byte[] content) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            // what is cut off after its first letters has no entries, and throws nothing
            var entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                var file = zip.readNBytes(LARGEST_FILE + 1);
                bytes += entry.isDirectory() ? file.length : 0;
                if (!entry.isDirectory()) {
                    put(entry.getName(), file);
                }
                if (file.length > LARGEST_FILE || bytes > LARGEST_BOOK || entries > MOST_FILES) {
                    faults.add(BookFault.ofFile("BOOK_LARGE", shown(archive), MOST_FILES, LARGEST_BOOK >> 20));
                    return;
                }
            }
            if (entries == 0) {
                faults.add(BookFault.ofFile("ARCHIVE", shown(archive)));
            }
        } catch (IOException | IllegalArgumentException broken) {
            faults.add(BookFault.ofFile("ARCHIVE", shown(archive)));
        }
    }

    Map<String, byte[]> contents() {
        return contents;
    }

    List<BookFault> faults() {
        return faults;
    }

    /** Of a whole book. */
    public static List<BookFault> tooLarge(Map<String, byte[]> files) {
        var all = files.values().stream().mapToLong(content -> content.length).sum();
        var faults = new ArrayList<BookFault>();
        if (files.size() > MOST_FILES || all > LARGEST_BOOK) {
            faults.add(BookFault.ofFile("BOOK_LARGE", null, MOST_FILES, LARGEST_BOOK >> 20));
        }
        files.forEach((file, content) -> {
            if (content.length > LARGEST_FILE) {
                faults.add(BookFault.ofFile("LARGE", file, LARGEST_FILE >> 10));
            }
        });
        return faults;
    }
}
