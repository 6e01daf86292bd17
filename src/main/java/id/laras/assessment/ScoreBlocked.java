package id.laras.assessment;

/**
 * The score cannot be calculated because a part is missing; a missing part is never zero. The message is one sentence
 * per missing part, for HR, who sees it at the incident and retries when it is repaired.
 */
public class ScoreBlocked extends RuntimeException {

    ScoreBlocked(String message) {
        super(message);
    }
}
