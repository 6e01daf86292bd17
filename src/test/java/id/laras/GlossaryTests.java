package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.processes.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.Test;

/**
 * One thing has one name: the term of the glossary page. What else it could be called is forbidden here, in everything that
 * people read: bundles, templates, forms, models and Tasklist's own words.
 */
class GlossaryTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path FORMS = Path.of("src/main/frontend/src/messages");
    private static final Pattern TERM = Pattern.compile("dashboard\\.glossary\\.term\\.(\\w+)");

    /** By term, regular expressions of whole words. */
    private static final Map<String, String> INDONESIAN = Map.ofEntries(
            Map.entry("evaluation", "evaluasi|appraisal"),
            Map.entry("cycle", "putaran"),
            Map.entry(
                    "targets",
                    "sasaran(?! kinerja)|target kinerja|(rencana|versi|perubahan|revisi|usulan|susun|menyusun|periksa|memeriksa|"
                            + "setujui|menyetujui|penetapan|menetapkan|ajukan|mengajukan) target"),
            Map.entry("target", "target indikator kinerja"),
            Map.entry(
                    "assessor",
                    "(?<!tim |pejabat )penilai|(?<!tim )penilai kinerja|pejabat yang menilai|asesor|evaluator"),
            Map.entry("feedback", "feedback|masukan|tanggapan (rekan|bawahan|atasan|atas laporan)"),
            Map.entry("evidence", "bukti pendukung|eviden|evidence"),
            Map.entry("predicate", "peringkat kinerja|rapor"),
            Map.entry("response", "respons?|reaksi"),
            Map.entry("objection", "banding|sanggahan|komplain|protes"),
            Map.entry("calibration", "penyelarasan|moderasi"),
            Map.entry("coaching", "coaching|mentoring|pendampingan"),
            Map.entry("substitute", "delegasi|deputi"),
            Map.entry(
                    "handOver",
                    "(pergantian|penggantian|perubahan|pengalihan|serah terima) (pejabat )?penilai|operan|timbang terima"),
            Map.entry("incident", "insiden"),
            Map.entry("trail", "log audit|audit trail|rekam jejak|riwayat audit"));

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("evaluation", "appraisals?"),
            Map.entry("cycle", "appraisal rounds?"),
            Map.entry("targets", "performance targets|work plans?|goal sheets?"),
            Map.entry("target", "key figures? of an indicator"),
            Map.entry("assessor", "supervisors?|raters?|evaluators?|appraisers?"),
            Map.entry("feedback", "peer reviews?"),
            Map.entry("evidence", "supporting documents?"),
            Map.entry("predicate", "grades?|gradings?"),
            Map.entry("response", "reactions?"),
            Map.entry("objection", "appeals?|complaints?"),
            Map.entry("calibration", "moderations?"),
            Map.entry("coaching", "mentoring"),
            Map.entry("substitute", "deputy|deputies|delegates?"),
            Map.entry("handOver", "changes? of assessors?|handovers?|hand over to (another|a new) assessor"),
            Map.entry("incident", "disturbances?"),
            Map.entry("trail", "audit (log|trail)s?"));

    @Test
    void everyTermOfThePageSaysWhatItIsNotCalledInBothLanguages() throws IOException {
        var terms = bundle("dashboard.properties").keySet().stream()
                .map(TERM::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(term -> term.group(1))
                .collect(Collectors.toSet());
        assertThat(INDONESIAN.keySet()).isEqualTo(terms);
        assertThat(ENGLISH.keySet()).isEqualTo(terms);
    }

    @Test
    void whatPeopleReadInIndonesianKeepsToTheTerms() throws IOException {
        var texts = new LinkedHashMap<String, String>();
        texts.putAll(bundles(false));
        texts.putAll(templates());
        texts.putAll(forms("Id"));
        texts.putAll(models());
        texts.putAll(tasklist());
        texts.putAll(scripts());
        assertThat(texts).hasSizeGreaterThan(2_000);
        assertThat(wrong(INDONESIAN, texts)).isEmpty();
    }

    @Test
    void whatPeopleReadInEnglishKeepsToTheTerms() throws IOException {
        var texts = new LinkedHashMap<String, String>();
        texts.putAll(bundles(true));
        texts.putAll(forms("En"));
        texts.putAll(scripts());
        assertThat(wrong(ENGLISH, texts)).isEmpty();
    }

    private static List<String> wrong(Map<String, String> forbidden, Map<String, String> texts) {
        var wrong = new ArrayList<String>();
        forbidden.forEach((term, words) -> {
            var pattern = Pattern.compile("(?<![\\w.@/-])(" + words + ")(nya)?(?![\\w@/])", Pattern.CASE_INSENSITIVE);
            texts.forEach((place, text) -> {
                var found = pattern.matcher(text);
                if (found.find()) {
                    wrong.add(place + ": " + found.group() + " (the term is of " + term + ")");
                }
            });
        });
        return wrong;
    }

    private static Map<String, String> bundles(boolean english) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(RESOURCES.resolve("messages"))) {
            for (var file : files.map(each -> each.getFileName().toString()).toList()) {
                if (file.contains("_en.") == english) {
                    texts.putAll(bundle(file));
                }
            }
        }
        return texts;
    }

    private static Map<String, String> bundle(String name) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("messages").resolve(name))) {
            properties.load(reader);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }

    /** What stands between the tags, for whoever opens a template as it is. */
    private static Map<String, String> templates() throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(RESOURCES.resolve("templates"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                texts.put(file.toString(), Files.readString(file).replaceAll("<[^>]*>", " "));
            }
        }
        return texts;
    }

    /** The texts of the forms stand in one constant per language. */
    private static Map<String, String> forms(String language) throws IOException {
        var texts = new TreeMap<String, String>();
        var constant = Pattern.compile("export const \\w+" + language + "\\b.*?\\n};", Pattern.DOTALL);
        var value = Pattern.compile("(?s)(?<=: |\\n    )(['\"`])((?:(?!\\1)[^\\\\]|\\\\.)*)\\1");
        try (var files = Files.list(FORMS)) {
            for (var file : files.toList()) {
                var block = constant.matcher(Files.readString(file));
                while (block.find()) {
                    var found = value.matcher(block.group());
                    while (found.find()) {
                        texts.put(file.getFileName() + " " + found.start(2) + block.start(), found.group(2));
                    }
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(300);
        return texts;
    }

    private static Map<String, String> models() {
        var texts = new TreeMap<String, String>();
        for (var model : Models.all()) {
            texts.put(model.file() + " name", model.process().getName());
            model.all(FlowElement.class)
                    .filter(element -> element.getName() != null)
                    .forEach(element -> texts.put(model.file() + " " + element.getId(), element.getName()));
            model.all(Documentation.class)
                    .forEach(words ->
                            texts.put(model.file() + " documentation " + texts.size(), words.getRawTextContent()));
        }
        return texts;
    }

    private static Map<String, String> tasklist() throws IOException {
        var file = RESOURCES.resolve("META-INF/resources/webjars/camunda/app/tasklist/locales/id.json");
        var texts = new TreeMap<String, String>();
        var label = Pattern.compile("\"(\\w+)\": \"((?:[^\"\\\\]|\\\\.)*)\"").matcher(Files.readString(file));
        while (label.find()) {
            texts.put("id.json " + label.group(1), label.group(2));
        }
        assertThat(texts).hasSizeGreaterThan(300);
        return texts;
    }

    /** Sentences in scripts: few, in either language, and held to the terms of both. */
    private static Map<String, String> scripts() throws IOException {
        var texts = new TreeMap<String, String>();
        var sentence = Pattern.compile("(['\"`])(\\p{Lu}(?:(?!\\1).)*)\\1");
        for (var root : List.of(
                RESOURCES.resolve("static/laras"),
                RESOURCES.resolve("META-INF/resources/webjars/camunda/app"),
                Path.of("src/main/frontend/src"))) {
            try (var files = Files.walk(root)) {
                for (var file : files.filter(each -> each.toString().matches(".*\\.(js|ts)"))
                        .filter(each -> !each.startsWith(FORMS))
                        .toList()) {
                    var found = sentence.matcher(Files.readString(file));
                    while (found.find()) {
                        // codes as COACHING are for machines
                        if (!found.group(2).matches("[A-Z_]+")) {
                            texts.put(file + " " + found.start(), found.group(2));
                        }
                    }
                }
            }
        }
        assertThat(texts).containsValue("Langsung ke tugas").containsValue("Skip to the task");
        return texts;
    }
}
