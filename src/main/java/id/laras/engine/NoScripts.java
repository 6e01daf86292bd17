package id.laras.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * There is no language for scripts, in models and tables alike, whatever lies on the class path: FEEL and JUEL come as
 * engines for scripts too, and would be evaluated there without any of our guards.
 */
final class NoScripts implements ScriptEngineResolver {

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw new BadUserRequestException("Scripts are not run here: " + language);
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {}

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new BadUserRequestException("Scripts are not run here");
    }
}
