package id.laras.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.rules.Asks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** A form of a page either asks before what cannot be taken back, or is known to do nothing of the kind. */
class AskingFormsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("th:action=\"([^\"]*)\"");
    private static final Pattern KEY = Pattern.compile("th:data-ask=\"[^\"#]*#\\{([\\w.]+)");
    private static final Pattern PATH = Pattern.compile("@\\{(/(?:[^({}]|\\{\\w+})*)");

    /** What is sent on one click, and why that harms nobody. */
    private static final Map<String, String> ONE_CLICK = Map.ofEntries(
            Map.entry("${target}", "is the question itself"),
            Map.entry("@{/logout}", "logs in again"),
            Map.entry("@{/login}", "logs out again"),
            Map.entry("@{/demo/login}", "of the demonstration; sits down as somebody else again"),
            Map.entry("@{/demo/clock}", "of the demonstration, which starts over with bin/run --fresh"),
            Map.entry("@{/demo/others}", "of the demonstration, which starts over with bin/run --fresh"),
            Map.entry("@{/code}", "asks for the new password itself"),
            Map.entry("@{/account/password}", "typed with the old password; changed again the same way"),
            Map.entry("@{/account/tokens}", "a token is revoked again"),
            Map.entry("@{/account/substitutes}", "a substitution is ended again"),
            Map.entry("@{/hr/substitutes}", "a substitution is ended again"),
            Map.entry("@{/account/substitutes/tasks/{id}/return(id=${task.taskId})}", "the substitute takes it again"),
            Map.entry("@{/hr/incidents/{id}/retry(id=${incident.id})}", "tries again what failed"),
            Map.entry("@{/hr/cycles}", "a cycle opens nothing before its units are chosen"),
            Map.entry("@{/hr/cycles/{id}/predicates(id=${cycle.id})}", "chosen again until it is used"),
            Map.entry("@{/hr/lines/actings}", "an acting official is ended by another period"),
            Map.entry("@{/hr/lines/absences}", "an absence is ended by another period"),
            Map.entry("@{/admin/accounts}", "an account is closed again"),
            Map.entry(
                    "@{/admin/accounts/{name}/roles(name=${account.name})}", "waits for a second person, or is undone"),
            Map.entry(
                    "@{/admin/accounts/{name}/code(name=${account.name})}", "the old password stays until it is used"),
            Map.entry("@{/hr/cycles/{id}/change(id=${id})}", "shows whom it touches first, and is changed again"),
            Map.entry("@{/hr/cycles/{id}/following(id=${cycle.id})}", "only asked to follow what was changed before"),
            Map.entry("@{/hr/people/outside}", "shows a preview and changes nothing"),
            Map.entry("@{/design/upload}", "the next upload replaces it; what runs keeps its own book"),
            Map.entry("@{/hr/people}", "shows a preview and changes nothing"));

    @Test
    void everyFormAsksOrIsKnownToHarmNobody() throws IOException {
        var unknown = new TreeSet<String>();
        var gone = new TreeSet<>(ONE_CLICK.keySet());
        var asking = 0;
        try (var files = Files.walk(TEMPLATES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                var forms = FORM.matcher(Files.readString(file));
                while (forms.find()) {
                    var action = ACTION.matcher(forms.group());
                    assertThat(action.find()).as(forms.group()).isTrue();
                    if (forms.group().contains("th:data-ask=")) {
                        asking++;
                    } else if (!ONE_CLICK.containsKey(action.group(1)) && !resumes(forms.group())) {
                        unknown.add(file.getFileName() + ": " + action.group(1));
                    } else {
                        gone.remove(action.group(1));
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(gone).as("lines about forms that are not there any more").isEmpty();
        assertThat(asking).isGreaterThan(15);
    }

    /** Without scripts nobody asks in the browser; then the server does, in the same words. */
    @Test
    void whatAFormAsksTheServerAsksOfWhoeverWasNotAsked() throws IOException {
        var forms = new TreeSet<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                var found = FORM.matcher(Files.readString(file));
                while (found.find()) {
                    var key = KEY.matcher(found.group());
                    if (key.find()) {
                        var action = ACTION.matcher(found.group());
                        assertThat(action.find()).isTrue();
                        PATH.matcher(action.group(1))
                                .results()
                                // a closed account is opened again on one click
                                .map(path -> path.group(1).replace("{deed}", "close"))
                                .forEach(path -> forms.add(anyName(path) + " asks " + key.group(1)));
                    }
                }
            }
        }
        // Typing one's password once more is the answer to the question.
        forms.remove("/account/password/sessions asks security.sessions.ask");
        assertThat(asked()).isEqualTo(forms).hasSizeGreaterThan(15);
    }

    private static TreeSet<String> asked() {
        var asked = new TreeSet<String>();
        var controllers = new ClassPathScanningCandidateComponentProvider(false);
        controllers.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        for (var bean : controllers.findCandidateComponents("id.laras")) {
            var type = ClassUtils.resolveClassName(bean.getBeanClassName(), null);
            var house = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            for (var method : type.getDeclaredMethods()) {
                var asks = method.getAnnotation(Asks.class);
                if (asks != null) {
                    var path = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                    asked.add(
                            anyName((house == null ? "" : house.path()[0]) + path.path()[0]) + " asks " + asks.value());
                }
            }
        }
        return asked;
    }

    private static String anyName(String path) {
        return path.replaceAll("\\{\\w+}", "{}");
    }

    /** Goes on with an opening that was asked for before. */
    private static boolean resumes(String form) {
        return form.contains("progress.unitCodes");
    }
}
