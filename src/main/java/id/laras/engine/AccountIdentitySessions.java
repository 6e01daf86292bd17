package id.laras.engine;

import id.laras.security.AccountDirectory;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Gives every command of the engine our accounts as its users and groups. */
record AccountIdentitySessions(AccountDirectory directory) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new AccountIdentityProvider(directory);
    }
}
