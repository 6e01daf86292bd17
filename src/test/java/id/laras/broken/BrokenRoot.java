package id.laras.broken;

import id.laras.cycle.Evaluation;
import id.laras.engine.StepContext;
import id.laras.security.AccountService;
import id.laras.security.Role;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.springframework.web.bind.annotation.RequestMapping;

@RequestMapping
abstract class BrokenRoot {

    abstract TaskService tasks();

    abstract StepContext context();

    void power(AccountService accounts) {
        accounts.grant("rekan", Role.HR);
    }

    void handOver(Evaluation evaluation) {
        evaluation.handOver("rekan", "Rekan", null);
    }

    Instant now() {
        return Instant.now();
    }

    String spelled() {
        return NumberFormat.getInstance().format(1);
    }

    Date date() {
        return new Date(System.currentTimeMillis());
    }
}
