package id.laras.engine.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tells Tasklist and the forms in it the agency's zone: a day is the agency's, wherever the browser is. */
@Controller
class ZoneController {

    private final Clock clock;

    ZoneController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping(value = "/laras/zone.js", produces = "text/javascript")
    @ResponseBody
    String zone() {
        return "document.documentElement.dataset.zone = '" + clock.getZone().getId() + "';\n";
    }
}
