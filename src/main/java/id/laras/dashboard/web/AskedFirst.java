package id.laras.dashboard.web;

import id.laras.rules.Asks;
import id.laras.words.Written;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Asks once before what a page cannot take back, where no script has asked (pages.ts): a page says what will happen and sends
 * on everything that was typed. What agrees is one field of the form, beside the token against forged calls.
 */
@Component
class AskedFirst implements HandlerInterceptor {

    /** The person was asked and agreed. */
    static final String AGREED = "_agreed";

    private static final Set<String> NOT_TYPED = Set.of(AGREED, "_csrf", Frame.FORM);

    /** What the deed depends on, by field, and the word for it; the rest of a form is codes. */
    private static final List<Map.Entry<String, String>> CHOSEN = List.of(
            Map.entry("choice", "audit.field.choice"),
            Map.entry("kind", "audit.field.kind"),
            Map.entry("nip", "audit.field.nip"),
            Map.entry("first", "audit.field.firstDay"),
            Map.entry("last", "audit.field.lastDay"),
            Map.entry("reason", "audit.field.reason"));

    private final Frame frame;
    private final MessageSource messages;

    AskedFirst(Frame frame, MessageSource messages) {
        this.frame = frame;
        this.messages = messages;
    }

    /** What was typed into one field. */
    record Typed(String name, String value) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ModelAndViewDefiningException {
        var asks = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Asks.class) : null;
        if (asks != null && request.getParameter(AGREED) == null) {
            throw new ModelAndViewDefiningException(question(request, asks));
        }
        return true;
    }

    private ModelAndView question(HttpServletRequest request, Asks asks) {
        var page = new ModelAndView("dashboard/asked");
        var language = RequestContextUtils.getLocale(request);
        page.addObject("told", messages.getMessage(asks.value(), path(request), language));
        page.addObject("chosen", chosen(request, language));
        page.addObject("target", request.getRequestURI());
        page.addObject("typed", typed(request));
        frame.surround(request, page);
        return page;
    }

    /** In words, as the form shows it. */
    private List<Typed> chosen(HttpServletRequest request, Locale language) {
        return CHOSEN.stream()
                .filter(field -> !Objects.toString(request.getParameter(field.getKey()), "")
                        .isBlank())
                .map(field -> new Typed(
                        messages.getMessage(field.getValue(), null, language),
                        said(
                                field.getKey(),
                                request.getParameter(field.getKey()).strip(),
                                language)))
                .toList();
    }

    private String said(String field, String value, Locale language) {
        if (field.equals("reason")) {
            return value;
        }
        try {
            return new Written(language).day(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return messages.getMessage("audit.value." + value, null, value, language);
        }
    }

    private static Object[] path(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables.values().toArray()
                : new Object[0];
    }

    private static List<Typed> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !NOT_TYPED.contains(field.getKey()))
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Typed(field.getKey(), value)))
                .toList();
    }
}
