package id.laras.words;

import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says above everything else of the deed that led to it: good news, or why it was refused. Kept as keys, and said by
 * the frame in the language of the page ({@code pieces :: notices}).
 */
public final class Notices {

    /** Good news, in a model. */
    public static final String DONE = "done";

    /** Refusals, in a model. The form whose page has some was not taken. */
    public static final String PROBLEMS = "problems";

    private Notices() {}

    /** @param page also one that a redirect leads to; what it says already stays */
    public static void done(Model page, String key, Object... args) {
        tell(page, DONE, List.of(new Problem(key, args)));
    }

    /** @param page as {@link #done} */
    public static void refused(Model page, Refusal refusal) {
        tell(page, PROBLEMS, refusal.problems());
    }

    /** What the model of a page holds under one of the two names. */
    public static List<Problem> in(Object told) {
        return told instanceof List<?> all
                ? all.stream().map(Problem.class::cast).toList()
                : List.of();
    }

    private static void tell(Model page, String name, List<Problem> told) {
        if (page instanceof RedirectAttributes next) {
            next.addFlashAttribute(name, more(next.getFlashAttributes().get(name), told));
        } else {
            page.addAttribute(name, more(page.getAttribute(name), told));
        }
    }

    private static List<Problem> more(Object before, List<Problem> told) {
        var all = new ArrayList<>(in(before));
        all.addAll(told);
        return all;
    }
}
