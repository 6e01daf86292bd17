package id.laras.dashboard.web;

import id.laras.rules.Reasons;
import id.laras.rules.WayBack;
import id.laras.security.Account;
import id.laras.security.Accounts;
import id.laras.words.Notices;
import id.laras.words.Sentences;
import id.laras.words.Written;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What the frame around every page says: who is logged in, which page this is, and which form the server has taken, so that the
 * browser forgets what it kept of it (typed.js). Leads from a form back to its list as it was. Costs nothing where no page is
 * drawn.
 */
@Component
class Frame implements HandlerInterceptor {

    /** Names the form that the browser sends. */
    static final String FORM = "_sent";

    /** Every page tells the last ones: somebody may go on before the first page has told its script. */
    private static final String TAKEN = "laras.taken";

    private static final String REDIRECT = "redirect:";

    private static final int TOLD = 10;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    private final Accounts accounts;
    private final Navigation navigation;
    private final Sentences sentences;

    Frame(Accounts accounts, Navigation navigation, Sentences sentences) {
        this.sentences = sentences;
        this.accounts = accounts;
        this.navigation = navigation;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView modelAndView) {
        if (modelAndView == null) {
            return;
        }
        if (isTaken(request, response, modelAndView)) {
            remember(request.getParameter(FORM), request.getSession());
        }
        if (isRedirect(modelAndView)) {
            goBack(request, modelAndView);
        } else {
            surround(request, modelAndView);
        }
    }

    /** Also for a page that answers in a controller's place. */
    void surround(HttpServletRequest request, ModelAndView modelAndView) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            modelAndView.addObject("posted", "true");
        }
        modelAndView.addObject(
                "currentPath",
                request.getRequestURI().substring(request.getContextPath().length()));
        modelAndView.addObject("currentQuery", withoutLanguage(request.getQueryString()));
        modelAndView.addObject("back", back(request));
        modelAndView.addObject("longestReason", Reasons.LONGEST);
        modelAndView.addObject("sentences", sentences);
        modelAndView.addObject("written", new Written(sentences.language()));
        modelAndView.addObject("goodNews", said(modelAndView, Notices.DONE));
        modelAndView.addObject("refusals", said(modelAndView, Notices.PROBLEMS));
        var login = request.getUserPrincipal();
        if (login != null) {
            modelAndView.addObject("viewer", login.getName());
            modelAndView.addObject("menu", navigation.menu());
            modelAndView.addObject("sent", taken(request.getSession(false)).collect(Collectors.joining(" ")));
            modelAndView.addObject(
                    "viewerName",
                    accounts.findById(login.getName()).map(Account::displayName).orElse(login.getName()));
        }
    }

    private List<String> said(ModelAndView page, String notices) {
        return Notices.in(page.getModel().get(notices)).stream()
                .map(sentences::of)
                .toList();
    }

    /** A page that refuses says so by its problems, or by its status. */
    private static boolean isTaken(HttpServletRequest request, HttpServletResponse response, ModelAndView page) {
        return NAME.matcher(Objects.toString(request.getParameter(FORM), "")).matches()
                && request.getUserPrincipal() != null
                && HttpMethod.POST.matches(request.getMethod())
                && response.getStatus() < 400
                && (page.getStatus() == null || !page.getStatus().isError())
                && !hasProblems(page.getModel())
                && !hasProblems(RequestContextUtils.getOutputFlashMap(request));
    }

    private static void remember(String form, HttpSession session) {
        session.setAttribute(
                TAKEN,
                Stream.concat(Stream.of(form), taken(session)).limit(TOLD).toList());
    }

    private static Stream<String> taken(HttpSession session) {
        return session != null && session.getAttribute(TAKEN) instanceof List<?> forms
                ? forms.stream().map(String.class::cast)
                : Stream.of();
    }

    private static boolean hasProblems(Map<String, Object> told) {
        return told != null && !Notices.in(told.get(Notices.PROBLEMS)).isEmpty();
    }

    /** What was asked, for the links to the other language: a search in Indonesian is the same search in English. */
    private static String withoutLanguage(String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(one -> !one.isEmpty() && !one.startsWith("lang="))
                        .map(one -> one + "&")
                        .collect(Collectors.joining());
    }

    /** What the forms of this page send along: from which list somebody came to it, else the page itself. */
    private static String back(HttpServletRequest request) {
        var list = request.getParameter(WayBack.FIELD);
        if (list != null || !HttpMethod.GET.matches(request.getMethod())) {
            return list;
        }
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var asked = withoutLanguage(request.getQueryString());
        return asked.isEmpty() ? path : path + "?" + asked.substring(0, asked.length() - 1);
    }

    /** A deed that leads to a list leads to the list as its form stood in it. */
    private static void goBack(HttpServletRequest request, ModelAndView page) {
        var list = request.getParameter(WayBack.FIELD);
        var to = page.getViewName().substring(REDIRECT.length()).split("(?=#)", 2);
        if (HttpMethod.POST.matches(request.getMethod()) && WayBack.isOf(to[0], list)) {
            page.setViewName(REDIRECT + WayBack.to(to[0], list) + (to.length > 1 ? to[1] : ""));
        }
    }

    private static boolean isRedirect(ModelAndView page) {
        return page.getViewName() != null && page.getViewName().startsWith(REDIRECT);
    }
}
