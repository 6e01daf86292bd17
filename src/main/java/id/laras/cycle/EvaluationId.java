package id.laras.cycle;

import java.util.UUID;

/** Identifies one employee's evaluation in one cycle; it is the business key of every process that belongs to it. */
public record EvaluationId(String value) {

    public EvaluationId {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("An evaluation id is never empty");
        }
    }

    public static EvaluationId of(String value) {
        return new EvaluationId(value);
    }

    public static EvaluationId next() {
        return new EvaluationId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
