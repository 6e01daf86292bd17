package id.laras.engine;

import id.laras.security.AccountDirectory;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Calls the engine as a certain person, with that person's groups and no more rights than they have in Tasklist. */
@Component
public class OnBehalf {

    private final IdentityService identity;
    private final AccountDirectory directory;

    OnBehalf(@Lazy IdentityService identity, AccountDirectory directory) {
        this.identity = identity;
        this.directory = directory;
    }

    public <T> T of(String account, Supplier<T> call) {
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(account, directory.groups(account), List.of());
        try {
            return call.get();
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }

    public void of(String account, Runnable call) {
        of(account, () -> {
            call.run();
            return null;
        });
    }
}
