package id.laras.demo.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Files of the bar, which no other profile serves, and Tasklist's configuration with the one script more. */
@Controller
@Profile("demo")
class TrialFiles {

    private static final String CONFIG = "META-INF/resources/webjars/camunda/app/tasklist/scripts/config.js";
    private static final String SCRIPTS = "customScripts: [";

    private final String style = read("demo/bar.css");
    private final String script = read("demo/bar.js");
    private final String config = withBar(read(CONFIG));

    @GetMapping(value = "/demo/bar.css", produces = "text/css;charset=UTF-8")
    @ResponseBody
    String style() {
        return style;
    }

    @GetMapping(value = "/demo/bar.js", produces = "text/javascript;charset=UTF-8")
    @ResponseBody
    String script() {
        return script;
    }

    @GetMapping(value = "/camunda/app/tasklist/scripts/config.js", produces = "text/javascript;charset=UTF-8")
    @ResponseBody
    String config() {
        return config;
    }

    private static String withBar(String config) {
        if (!config.contains(SCRIPTS)) {
            throw new IllegalStateException(
                    "Tasklist's config.js names its scripts otherwise; so the bar is not among them");
        }
        return config.replace(SCRIPTS, SCRIPTS + "'../../../../../demo/bar.js', ");
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
