package id.laras.words;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.rules.Refusal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** Whoever comes too late reads which day was the last. */
class SentencesTests {

    @AfterEach
    void nobodyAsks() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @CsvSource({
        "engine.submission.late, id, 14 Des 2026",
        "engine.submission.late, en, 14 Dec 2026",
        "objection.review.late,  id, 14 Des 2026",
        "objection.review.late,  en, 14 Dec 2026",
        "feedback.closed,        id, 14 Des 2026",
        "feedback.closed,        en, 14 Dec 2026"
    })
    void aRefusalAfterTheLastDayNamesIt(String key, String language, String day) {
        assertThat(in(language).of(new Refusal(key, LocalDate.of(2026, 12, 14))))
                .singleElement()
                .asString()
                .contains(day)
                .doesNotContain("{", "2026-12");
    }

    private static Sentences in(String language) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/engine", "messages/objection", "messages/feedback");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        var beans = new StaticListableBeanFactory(
                Map.of("localeResolver", new FixedLocaleResolver(Locale.forLanguageTag(language))));
        return new Sentences(messages, beans.getBeanProvider(LocaleResolver.class));
    }
}
