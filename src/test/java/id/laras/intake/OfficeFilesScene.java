package id.laras.intake;

import static id.laras.intake.OfficeFiles.sound;
import static java.nio.charset.StandardCharsets.UTF_8;

import id.laras.intake.OfficeFiles.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.dhatim.fastexcel.Worksheet;

/** Files as HR offices have them, and how they are read. */
abstract class OfficeFilesScene {

    static final String ACTING = "jenis;unit;kode_jabatan;digantikan_nip;pelaksana_nip;mulai;sampai\n";

    final OfficeFiles files = new OfficeFiles();

    final KnownPeople known = files.known;

    static void fill(Worksheet sheet, int firstRow) {
        var lines = sound().split("\n");
        for (var row = 0; row < lines.length; row++) {
            var cells = lines[row].split(";");
            for (var column = 0; column < cells.length; column++) {
                sheet.value(firstRow + row, column, cells[column]);
            }
        }
    }

    Read employees(String file) {
        return read(ImportTable.EMPLOYEES, file);
    }

    Read employees(Charset charset, String text) {
        return employees(text.getBytes(charset));
    }

    Read employees(byte[] content) {
        return read(ImportTable.EMPLOYEES, content);
    }

    Read read(ImportTable table, String file) {
        try (var content = getClass().getResourceAsStream("/imports/" + file)) {
            return read(table, content.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Read read(ImportTable table, byte[] content) {
        return files.read(table, content);
    }

    Read acting(String who, String first) {
        return read(ImportTable.ACTING, (ACTING + "PLT;UJI-A;;;" + who + ";" + first + ";\n").getBytes(UTF_8));
    }
}
