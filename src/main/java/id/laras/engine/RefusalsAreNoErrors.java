package id.laras.engine;

import id.laras.rules.Refusal;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Tells the engine that a person's refused answer is a bad request, which it notes at DEBUG, and no error, which it
 * prints with its stack. What a job is refused stays an error: nobody reads a sentence there.
 */
final class RefusalsAreNoErrors extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (BadUserRequestException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Context.getCommandContext().getAuthenticatedUserId() != null && isRefusal(e)) {
                throw new BadUserRequestException(e.getMessage(), e);
            }
            throw e;
        }
    }

    private static boolean isRefusal(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal) {
                return true;
            }
        }
        return false;
    }
}
