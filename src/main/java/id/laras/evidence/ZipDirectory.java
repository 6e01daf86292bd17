package id.laras.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the names in a ZIP file from its directory at the end, without unpacking anything: a file that would unpack to
 * gigabytes costs nothing here.
 */
final class ZipDirectory {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LONGEST_COMMENT = 65_535;

    private ZipDirectory() {}

    /** Whether it is an Office document with that main part and without macros. */
    static boolean isOfficeDocument(byte[] content, String mainPart) {
        var names = names(content);
        return names.contains("[content_types].xml")
                && names.contains(mainPart)
                && names.stream().noneMatch(name -> name.endsWith("vbaproject.bin"));
    }

    /** The names in lower case; empty when it is no sound ZIP file. */
    private static Set<String> names(byte[] content) {
        var zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        var end = end(zip);
        if (end < 0 || zip.getInt(0) != LOCAL_HEADER) {
            return Set.of();
        }
        var names = new HashSet<String>();
        var count = Short.toUnsignedInt(zip.getShort(end + 10));
        long at = Integer.toUnsignedLong(zip.getInt(end + 16));
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_LENGTH > end || zip.getInt((int) at) != ENTRY) {
                return Set.of();
            }
            var entry = (int) at;
            var length = Short.toUnsignedInt(zip.getShort(entry + 28));
            if (at + ENTRY_LENGTH + length > end) {
                return Set.of();
            }
            names.add(
                    new String(content, entry + ENTRY_LENGTH, length, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
            at += ENTRY_LENGTH
                    + length
                    + Short.toUnsignedInt(zip.getShort(entry + 30))
                    + Short.toUnsignedInt(zip.getShort(entry + 32));
        }
        return names;
    }

    /** Where the record at the end begins, or -1. */
    private static int end(ByteBuffer zip) {
        var earliest = Math.max(0, zip.capacity() - END_LENGTH - LONGEST_COMMENT);
        for (int at = zip.capacity() - END_LENGTH; at >= earliest; at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        return -1;
    }
}
