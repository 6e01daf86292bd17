package id.laras.engine.web;

import id.laras.engine.LostRaces;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * What was lost outside of a transaction of ours, where no page has a refusal to catch: a page of its own says so, and the
 * browser's way back leads to what was typed.
 */
@ControllerAdvice(annotations = Controller.class)
class LostRacesOnPages {

    private final LostRaces races;

    LostRacesOnPages(LostRaces races) {
        this.races = races;
    }

    @ExceptionHandler({
        ConcurrencyFailureException.class,
        DataIntegrityViolationException.class,
        OptimisticLockingException.class
    })
    void late(RuntimeException failure, HttpServletResponse response) throws IOException {
        if (races.any(failure).isEmpty()) {
            throw failure;
        }
        response.sendError(HttpStatus.CONFLICT.value());
    }
}
