package id.laras.engine.web;

import id.laras.engine.LostRaces;
import id.laras.rules.Refusal;
import id.laras.words.Sentences;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says what went wrong in our API as RFC 9457 has it, in the reader's language. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems extends ResponseEntityExceptionHandler {

    private final Sentences sentences;
    private final LostRaces races;

    ApiProblems(Sentences sentences, LostRaces races) {
        this.sentences = sentences;
        this.races = races;
    }

    /** A broken rule: 422, all sentences in {@code problems}; 503 where the very same may be sent again. */
    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return problem(refusal);
    }

    /** Somebody else was faster with the same thing: said as a broken rule is, because the way out is the same. */
    @ExceptionHandler({
        ConcurrencyFailureException.class,
        DataIntegrityViolationException.class,
        OptimisticLockingException.class
    })
    ProblemDetail late(RuntimeException failure) {
        return problem(races.any(failure).orElseThrow(() -> failure));
    }

    private ProblemDetail problem(Refusal refusal) {
        var said = sentences.of(refusal);
        var status = LostRaces.isBusy(refusal) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_ENTITY;
        var problem = ProblemDetail.forStatusAndDetail(status, String.join(" ", said));
        problem.setTitle(sentences.of("engine.problem.refused"));
        problem.setProperty("problems", said);
        return problem;
    }

    /** What Spring itself refuses; its English texts are for developers. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentences.of(Problems.sentence(status)));
        return super.handleExceptionInternal(e, problem, headers, status, request);
    }
}
