package id.laras.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipLong;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** What may be uploaded. Name and content must agree: a renamed program stays out. */
enum FileKind {
    PDF("application/pdf", "pdf") {
        @Override
        boolean fits(byte[] content) {
            return startsWith(content, "%PDF-".getBytes(StandardCharsets.US_ASCII));
        }
    },
    PNG("image/png", "png") {
        @Override
        boolean fits(byte[] content) {
            return startsWith(content, bytes(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A));
        }
    },
    JPG("image/jpeg", "jpg", "jpeg") {
        @Override
        boolean fits(byte[] content) {
            return startsWith(content, bytes(0xFF, 0xD8, 0xFF));
        }
    },
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx") {
        @Override
        boolean fits(byte[] content) {
            return isOfficeDocument(content, "word/document.xml");
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx") {
        @Override
        boolean fits(byte[] content) {
            return isOfficeDocument(content, "xl/workbook.xml");
        }
    };

    private final String mediaType;
    private final List<String> extensions;

    FileKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** Whether the content is what the kind promises. */
    abstract boolean fits(byte[] content);

    String mediaType() {
        return mediaType;
    }

    /** The kind that both the name's ending and the content say it is. */
    static Optional<FileKind> of(String fileName, byte[] content) {
        var extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> fileName.contains(".") && kind.extensions.contains(extension))
                .filter(kind -> kind.fits(content))
                .findFirst();
    }

    /**
     * Whether it is an Office document with that main part and without macros. Only the directory at the end of the ZIP file is
     * read and nothing unpacked: a file that would unpack to gigabytes costs nothing here.
     */
    private static boolean isOfficeDocument(byte[] content, String mainPart) {
        if (!startsWith(content, ZipLong.LFH_SIG.getBytes())) {
            return false;
        }
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setIgnoreLocalFileHeader(true)
                .get()) {
            var names = Collections.list(zip.getEntries()).stream()
                    .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            return names.contains("[content_types].xml")
                    && names.contains(mainPart)
                    && names.stream().noneMatch(name -> name.endsWith("vbaproject.bin"));
        } catch (IOException | RuntimeException unsound) {
            // whatever a reader of somebody else's bytes may throw
            return false;
        }
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length > start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
