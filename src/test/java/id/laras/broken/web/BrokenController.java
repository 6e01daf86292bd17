package id.laras.broken.web;

import id.laras.broken.process.BrokenDelegate;
import id.laras.people.Unit;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public abstract class BrokenController {

    abstract BrokenDelegate delegate();

    abstract RuntimeService engine();

    @GetMapping
    public abstract List<Unit> units();
}
