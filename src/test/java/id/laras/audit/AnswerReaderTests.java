package id.laras.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class AnswerReaderTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final List<String> ROOMS = List.of(
            "assessment", "audit", "cycle", "engine", "feedback", "followup", "objection", "substitution", "target");

    private final AnswerReader reader =
            new AnswerReader(new ObjectMapper(), bundles(), Clock.fixed(Instant.EPOCH, ZoneId.of("Asia/Jakarta")));

    @Test
    void timesStandInTheAgencysZone() {
        var at = Instant.parse("2026-11-21T07:05:00Z");
        assertThat(reader.time(at, INDONESIAN)).isEqualTo("21 Nov 2026 14.05 WIB");
        assertThat(reader.time(at, Locale.ENGLISH)).isEqualTo("21 Nov 2026 14:05 WIB");
    }

    @Test
    void aDecimalReadsAsTheReaderWritesIt() {
        assertThat(read("{\"weight\":\"1234.50\"}", INDONESIAN))
                .containsExactly(AnswerField.plain("Bobot", "1.234,50"));
        assertThat(read("{\"weight\":\"1234.50\"}", Locale.ENGLISH))
                .containsExactly(AnswerField.plain("Weight", "1,234.50"));
    }

    @Test
    void codesDatesAndYesReadAsWords() {
        assertThat(read("{\"approved\":true,\"outcome\":\"UPHELD\",\"completedOn\":\"2026-08-01\"}", INDONESIAN))
                .containsExactly(
                        AnswerField.plain("Disetujui", "Ya"),
                        AnswerField.plain("Putusan", "Hasil dipertahankan"),
                        AnswerField.plain("Selesai pada", "1 Agu 2026"));
    }

    /** Only what names a step is translated; what a person wrote stays as it is. */
    @Test
    void aStepReadsInTheLanguageThatWasChosen() {
        var deed = "{\"task\":\"Setujui sasaran kinerja · Budi · SKP 2026\",\"activity\":\"Hitung hasil penilaian\","
                + "\"reason\":\"Hitung hasil penilaian\"}";
        assertThat(read(deed, Locale.ENGLISH))
                .extracting(AnswerField::value)
                .containsExactly(
                        "Approve the targets · Budi · SKP 2026", "Calculate the result", "Hitung hasil penilaian");
        assertThat(read(deed, INDONESIAN))
                .extracting(AnswerField::value)
                .first()
                .isEqualTo("Setujui sasaran kinerja · Budi · SKP 2026");
    }

    /** Lists call the stage so too; a kind of task is called after what the substitute does. */
    @Test
    void aStageAndAKindOfTaskOfOneCodeKeepTheirNames() {
        assertThat(read("{\"stage\":\"OBJECTION\"}", INDONESIAN))
                .containsExactly(AnswerField.plain("Tahap", "Tanggapan"));
        assertThat(read("{\"basis\":\"OBJECTION\"}", INDONESIAN))
                .containsExactly(AnswerField.plain("Dasar", "Keputusan keberatan"));
        assertThat(read("{\"kinds\":[\"OBJECTION\"]}", INDONESIAN))
                .containsExactly(
                        AnswerField.group("Jenis tugas", List.of(AnswerField.plain("1.", "Memutus keberatan"))));
    }

    /** A label that stands twice says two things one day. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void aCodeHasOneLabel(String language) throws IOException {
        var said = new TreeMap<String, Set<String>>();
        for (var room : ROOMS) {
            var texts = new Properties();
            texts.load(
                    Files.newBufferedReader(Path.of("src/main/resources/messages", room + language + ".properties")));
            texts.stringPropertyNames()
                    .forEach(key -> AnswerReader.LABELS.stream()
                            .filter(label -> key.matches(Pattern.quote(label) + "[A-Z_]+"))
                            .forEach(label -> said.computeIfAbsent(
                                            key.substring(label.length()), code -> new TreeSet<>())
                                    .add(texts.getProperty(key))));
        }
        assertThat(said)
                .hasSizeGreaterThan(80)
                .allSatisfy((code, labels) -> assertThat(labels).as(code).hasSize(1));
    }

    @Test
    void anIndicatorReadsByItsName() {
        var fields = reader.read("{\"indicatorId\":\"i1\"}", Map.of("i1", "Izin terbit"), INDONESIAN);
        assertThat(fields).containsExactly(AnswerField.plain("Indikator", "Izin terbit"));
    }

    @Test
    void listsAreNumberedAndEmptyPartsLeftOut() {
        var answer =
                "{\"moves\":[{\"to\":\"GOOD\",\"reason\":\"Alasan\"}],\"note\":\"\",\"evidence\":[],\"remark\":null}";
        assertThat(read(answer, INDONESIAN))
                .containsExactly(AnswerField.group(
                        "Pemindahan",
                        List.of(AnswerField.group(
                                "1.",
                                List.of(
                                        AnswerField.plain("Menjadi", "Baik"),
                                        AnswerField.plain("Alasan", "Alasan"))))));
    }

    @Test
    void whatOnlyLooksLikeADateOrATimeIsShownAsItWasTyped() {
        assertThat(read("{\"note\":\"2026-99-99\",\"reason\":\"2026-01-31T25:61:00Z\"}", INDONESIAN))
                .extracting(AnswerField::value)
                .containsExactly("2026-99-99", "2026-01-31T25:61:00Z");
        assertThat(read("{\"note\":\"2026-01-31T08:00 sampai selesai +07:00\"}", INDONESIAN))
                .extracting(AnswerField::value)
                .containsExactly("2026-01-31T08:00 sampai selesai +07:00");
    }

    @Test
    void whatIsNoJsonIsShownAsItIs() {
        assertThat(read("tanpa kurung", INDONESIAN)).containsExactly(AnswerField.plain("Isi", "tanpa kurung"));
        assertThat(read(null, INDONESIAN)).isEmpty();
    }

    private List<AnswerField> read(String answer, Locale locale) {
        return reader.read(answer, Map.of(), locale);
    }

    private static ResourceBundleMessageSource bundles() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(ROOMS.stream().map("messages/"::concat).toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
