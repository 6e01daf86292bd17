package id.laras.words;

import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** Says a refusal in the language of the person who is asking; Indonesian where nobody asks. */
@Component
public class Sentences {

    /** What the application speaks where nobody asks. */
    public static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final MessageSource messages;
    private final ObjectProvider<LocaleResolver> languages;

    public Sentences(MessageSource messages, ObjectProvider<LocaleResolver> languages) {
        this.messages = messages;
        this.languages = languages;
    }

    /** One sentence per broken rule. */
    public List<String> of(Refusal refusal) {
        return refusal.problems().stream().map(this::of).toList();
    }

    public String of(Problem problem) {
        return of(problem, language());
    }

    public String of(Problem problem, Locale language) {
        return messages.getMessage(problem.key(), words(problem.args(), language), problem.key(), language);
    }

    public String of(String key, Object... args) {
        return of(new Problem(key, args));
    }

    /** Days as the pages write them. */
    private static Object[] words(Object[] args, Locale language) {
        return Stream.of(args)
                .map(arg -> arg instanceof LocalDate day ? new Written(language).day(day) : arg)
                .toArray();
    }

    /** Also right in the engine's own REST servlets, which no Spring dispatcher stands in front of. */
    public Locale language() {
        var resolver = languages.getIfAvailable();
        return resolver != null && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? resolver.resolveLocale(web.getRequest())
                : INDONESIAN;
    }
}
