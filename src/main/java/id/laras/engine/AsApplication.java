package id.laras.engine;

import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** What our own code asks of the engine where it has decided itself who may: with the rights of the application. */
final class AsApplication {

    private AsApplication() {}

    /** In the caller's transaction, and not with the rights of who is logged in. */
    static <T> T call(ProcessEngine engine, Function<CommandContext, T> work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> work.apply(context)));
    }
}
