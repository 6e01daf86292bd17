package id.laras.dashboard.web;

import id.laras.words.Sentences;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Indonesian unless the person chose English with {@code ?lang=en}. The choice is kept in a cookie that scripts may
 * read, because Tasklist chooses its labels in the browser (see its {@code config.js}).
 */
@Configuration
class FrameConfiguration implements WebMvcConfigurer {

    static final String COOKIE = "LARAS-LANG";
    static final Set<String> SPOKEN = Set.of("id", "en");

    private final Frame frame;
    private final AskedFirst askedFirst;

    FrameConfiguration(Frame frame, AskedFirst askedFirst) {
        this.frame = frame;
        this.askedFirst = askedFirst;
    }

    @Bean
    static LocaleResolver localeResolver(@Value("${laras.web.tls}") boolean tls) {
        var resolver = new CookieLocaleResolver(COOKIE) {
            @Override
            protected Locale parseLocaleValue(String value) {
                return SPOKEN.contains(value) ? super.parseLocaleValue(value) : null;
            }
        };
        resolver.setDefaultLocale(Sentences.INDONESIAN);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookiePath("/");
        resolver.setCookieSameSite("Lax");
        resolver.setCookieSecure(tls);
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var language = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                if (!SPOKEN.contains(value)) {
                    throw new IllegalArgumentException("Not spoken here");
                }
                return super.parseLocaleValue(value);
            }
        };
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(frame);
        registry.addInterceptor(askedFirst);
    }
}
