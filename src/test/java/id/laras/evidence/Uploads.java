package id.laras.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Contents of files for tests. */
public final class Uploads {

    public static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1);
    public static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
    public static final byte[] JPG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16};
    public static final byte[] PROGRAM =
            "MZ\u0090\0This program cannot be run in DOS mode".getBytes(StandardCharsets.ISO_8859_1);
    public static final byte[] HTML = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    public static final byte[] DOCX = zip("[Content_Types].xml", "word/document.xml");
    public static final byte[] XLSX = zip("[Content_Types].xml", "xl/workbook.xml");
    public static final byte[] DOCX_WITH_MACRO = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");

    private Uploads() {}

    public static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
