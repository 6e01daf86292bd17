package id.laras.intake;

import static id.laras.intake.OfficeFiles.CHIEF;
import static id.laras.intake.OfficeFiles.HEADER;
import static id.laras.intake.OfficeFiles.NEW;
import static id.laras.intake.OfficeFiles.sound;
import static id.laras.intake.Trial.of;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.Stream;

/** Files as programs write them: separators, letters, and what is no table at all. */
final class TextTrials {

    private TextTrials() {}

    static Stream<Trial> texts() {
        return Stream.of(
                of("comma", sound().replace(";", ","), "nip"),
                of("tab", sound().replace(";", "\t"), "nip"),
                of("Windows-1252", sound().replace("Mimi", "Andr\u00E9").getBytes(Charset.forName("windows-1252"))),
                of("UTF-16 without a mark", sound().getBytes(UTF_16LE)),
                of("line break in a cell", sound().replace("Mimi", "\"Mimi\nSari\"")),
                of("line break at the end of a cell", sound().replace("Mimi", "\"Mimi\n\"")),
                of("quotes in a cell", sound().replace("Mimi", "\"Mimi \"\"Mimi\"\" Sari\""), "nama"),
                of("a quote inside a word", sound().replace("Mimi", "Mimi \"Mi\" Sari"), "nama"),
                of("a quote that is not closed", sound().replace("Mimi", "\"Mimi")),
                of("CR only", sound().replace("\n", "\r"), "nip"),
                of("every field quoted", sound().replaceAll("([^;\n]*)(;|\n)", "\"$1\"$2"), "nip"),
                of("empty file", ""),
                of("only blanks", " \n\n  \n"),
                of("only a mark", "\uFEFF"),
                of("zero rows", HEADER),
                of("header twice", HEADER + sound()),
                of("header repeated below", sound() + HEADER.trim() + "\n"),
                of("html as xls", "<html><body><table><tr><td>nip</td><td>nama</td></tr></table></body></html>"),
                of(
                        "html with bom",
                        "\uFEFF\r\n<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><title>nip,nama,email,jabatan</title></head><body><table>\n<tr><td>nip</td></tr></table></body></html>"),
                of(
                        "xml spreadsheet 2003",
                        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>"),
                of("json", "[{\"nip\":\"" + NEW + "\",\"nama\":\"Mimi\"}]"),
                of("pdf", "%PDF-1.7\n1 0 obj\n"),
                of("ods", Workbooks.zip(ods())),
                of("docx", Workbooks.zip(docx())),
                of("a zip", Workbooks.zip(Map.of("employees.csv", sound().getBytes(UTF_8)))),
                of("old xls", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)),
                of("xls of Excel 4", bytes(0x09, 0x08, 0x08, 0x00, 0x00, 0x05)),
                of("pasted table with a trailing total", sound() + ";Jumlah;1;;;;;\n"),
                of("total in the first column", sound() + "Jumlah: 1;;;;;;;\n"),
                of("signature below", sound() + ";;;;;;;\n;;;;;Bandung, 1 Januari 2026;;\n;;;;;Kepala BKPSDM;;\n"),
                of("numbering row 1 2 3", sound().replace("nip;", "nip;").replaceFirst("\n", "\n1;2;3;4;5;6;7;8\n")),
                of("numbering row (1) (2)", sound().replaceFirst("\n", "\n(1);(2);(3);(4);(5);(6);(7);(8)\n")),
                of(
                        "a number column first",
                        sound().replace("nip;nama", "no;nip;nama").replace(NEW, "1;" + NEW),
                        "nip"),
                of(
                        "30 columns",
                        sound().replace("atasan_nip\n", "atasan_nip" + more("kolom", 22) + "\n")
                                .replace(CHIEF + "\n", CHIEF + ";x".repeat(22) + "\n"),
                        "nip"),
                of(
                        "70 columns",
                        sound().replace("atasan_nip\n", "atasan_nip" + more("kolom", 62) + "\n")
                                .replace(CHIEF + "\n", CHIEF + ";x".repeat(62) + "\n")),
                of(
                        "two header rows",
                        "NIP;Nama;Kontak;Jabatan;;;Unit;Atasan\n;;email;jabatan;jenis_jabatan;jenjang;unit;atasan_nip\n"
                                + sound().split("\n")[1]),
                of("title, then header in the second row", "DATA PEGAWAI;;;;;;;\n" + sound(), "nip"),
                of(
                        "several tables one below the other",
                        sound() + ";;;;;;;\nkode;nama;induk;;;;;\nUJI-C;Bidang C;UJI;;;;;\n"),
                of("units in the place of employees", "kode;nama;induk\nUJI-C;Bidang C;UJI\n"),
                of("employees in the place of units", ImportTable.UNITS, sound()));
    }

    private static String more(String name, int count) {
        var text = new StringBuilder();
        for (var i = 1; i <= count; i++) {
            text.append(';').append(name).append(i);
        }
        return text.toString();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[600];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static Map<String, byte[]> ods() {
        return Map.of(
                "mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8),
                "content.xml",
                        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"
                                .getBytes(UTF_8));
    }

    private static Map<String, byte[]> docx() {
        return Map.of("[Content_Types].xml", "<Types/>".getBytes(UTF_8), "word/document.xml", "<w/>".getBytes(UTF_8));
    }
}
