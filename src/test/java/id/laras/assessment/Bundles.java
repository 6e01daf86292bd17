package id.laras.assessment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.laras.words.Sentences;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;

/** The real texts and a plain Jackson, for tests without an application. */
final class Bundles {

    private Bundles() {}

    static MessageSource messages() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("messages/feedback", "messages/assessment", "messages/objection");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }

    static Sentences sentences() {
        return new Sentences(messages(), new StaticListableBeanFactory().getBeanProvider(LocaleResolver.class));
    }

    static ObjectMapper json() {
        return JsonMapper.builder().findAndAddModules().build();
    }
}
