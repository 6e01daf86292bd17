package id.laras.books.web;

import id.laras.books.BookRefused;
import id.laras.books.BookSentences;
import id.laras.words.Sentences;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;

/** Tells the operator whose files do not pass the gate what is wrong with them, instead of a stack trace. */
class BrokenBookAnalyzer extends AbstractFailureAnalyzer<BookRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BookRefused cause) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/books");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var sentences = new BookSentences(
                new Sentences(messages, new StaticListableBeanFactory().getBeanProvider(LocaleResolver.class)));
        var faults = sentences.of(cause, Locale.ENGLISH).stream()
                .map(said -> "- " + said.line())
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The models, tables and forms beside the application are no rule book that may hold:\n" + faults,
                "Mend the files, or take those of the release. Nothing was deployed.",
                cause);
    }
}
