package id.laras.dashboard.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The terms of Laras, one for each thing; {@code GlossaryTests} holds every text to them. */
@Controller
class GlossaryPageController {

    /** In the order in which people meet them. */
    static final List<String> TERMS = List.of(
            "evaluation",
            "cycle",
            "targets",
            "target",
            "assessor",
            "feedback",
            "evidence",
            "predicate",
            "response",
            "objection",
            "calibration",
            "coaching",
            "substitute",
            "handOver",
            "incident",
            "trail");

    private final MessageSource messages;

    GlossaryPageController(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/glossary")
    String terms(Locale language, Model model) {
        var other = Locale.forLanguageTag("en".equals(language.getLanguage()) ? "id" : "en");
        model.addAttribute(
                "terms",
                TERMS.stream()
                        .map(key -> new Term(
                                key,
                                text("term." + key, language),
                                text("meaning." + key, language),
                                text("term." + key, other)))
                        .toList());
        return "dashboard/glossary";
    }

    private String text(String key, Locale language) {
        return messages.getMessage("dashboard.glossary." + key, null, language);
    }

    /** @param other the name in the other language */
    record Term(String key, String name, String meaning, String other) {}
}
