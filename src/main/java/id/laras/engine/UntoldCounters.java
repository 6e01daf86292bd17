package id.laras.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Takes the engine's own counters out of all variables that it hands out together. A respondent's task stands in the scope
 * in which the opinions that are in are counted: read again and again, it would tell when the next one came.
 */
final class UntoldCounters extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        var answer = next.execute(command);
        if (answer instanceof VariableMap variables) {
            ((Map<String, Object>) variables).keySet().removeIf(QuestionBounds::namesCounter);
        }
        return answer;
    }
}
