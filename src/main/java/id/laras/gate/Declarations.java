package id.laras.gate;

import id.laras.steps.Deeds;
import java.util.Map;

/**
 * What the gate is told of the application, so that it needs neither beans nor engine.
 *
 * @param delegates     what each bean does that a model may name as a delegate or a listener, by its name
 * @param objectionDays days in which the employee may object, at least (docs/law.md#objection)
 * @param periods       days that the variables stand for which an evaluation begins with
 */
public record Declarations(Map<String, Deeds> delegates, int objectionDays, Map<String, Integer> periods) {}
