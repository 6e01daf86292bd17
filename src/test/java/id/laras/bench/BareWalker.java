package id.laras.bench;

import id.laras.lifecycle.Walker;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/** The same steps, with flags instead of answers. */
final class BareWalker extends Walker {

    private final ProcessEngine engine;

    BareWalker(ProcessEngine engine) {
        super(engine, null);
        this.engine = engine;
    }

    void complete(String key, String task, Map<String, Object> flags) {
        complete(task(key, task).getId(), flags);
    }

    void complete(String taskId, Map<String, Object> flags) {
        engine.getTaskService().complete(taskId, flags);
    }

    void claimAndComplete(String key, String task, Map<String, Object> flags) {
        var id = task(key, task).getId();
        engine.getTaskService().claim(id, "sdm");
        complete(id, flags);
    }
}
