package id.laras.engine;

import id.laras.steps.StepFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the {@link HumanStep} of a user task; collected at the first question, because steps may need the engine. */
@Component
class HumanSteps {

    private final ObjectProvider<HumanStep<?>> beans;
    private volatile Map<String, HumanStep<?>> steps;

    HumanSteps(ObjectProvider<HumanStep<?>> beans) {
        this.beans = beans;
    }

    Optional<HumanStep<?>> find(String process, String task) {
        return Optional.ofNullable(all().get(key(process, task)));
    }

    /** Whether something in the process is for nobody but who did it, see {@link StepFacts#confidential}. */
    boolean anyConfidential(String process) {
        return facts().anyMatch(step -> step.process().equals(process) && step.confidential());
    }

    /** Ids of all processes with steps, and of their user tasks. */
    Set<String> keys() {
        return facts().flatMap(step -> Stream.of(step.process(), step.task())).collect(Collectors.toSet());
    }

    private Stream<StepFacts> facts() {
        return all().values().stream().map(HumanStep::step);
    }

    private Map<String, HumanStep<?>> all() {
        if (steps == null) {
            var found = new HashMap<String, HumanStep<?>>();
            beans.forEach(step -> {
                var key = key(step.step().process(), step.step().task());
                if (found.put(key, step) != null) {
                    throw new IllegalStateException("Two steps for " + key);
                }
            });
            steps = found;
        }
        return steps;
    }

    private static String key(String process, String task) {
        return process + "/" + task;
    }
}
