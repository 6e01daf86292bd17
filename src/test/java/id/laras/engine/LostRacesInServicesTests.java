package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.rules.Refusal;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;

/** A service of ours that met others at its rows begins anew; what somebody has changed meanwhile is told. */
class LostRacesInServicesTests {

    private final Keeping keeping = new Keeping();
    private final Keeping service = around(keeping);

    @Test
    void aHeldRowIsTriedAgain() throws Exception {
        keeping.failure = new CannotAcquireLockException("deadlock");
        assertThat(service.keep(2)).isEqualTo("kept");
        assertThat(keeping.tried).isEqualTo(3);
    }

    @Test
    void whatSomebodyHasChangedIsRefusedAtOnce() {
        keeping.failure = new OptimisticLockingFailureException("stale");
        assertThatThrownBy(() -> service.keep(1))
                .isInstanceOf(Refusal.class)
                .hasMessage("engine.submission.sameMoment");
        assertThat(keeping.tried).isOne();
    }

    @Test
    void whoIsInTheWayForGoodIsToldThatNothingIsLost() {
        keeping.failure = new CannotAcquireLockException("deadlock");
        assertThatThrownBy(() -> service.keep(Integer.MAX_VALUE))
                .isInstanceOf(Refusal.class)
                .hasMessage("engine.race.busy");
    }

    @Test
    void otherFailuresComeThroughAsTheyAre() {
        assertThatThrownBy(service::read).isInstanceOf(IOException.class);
    }

    private static Keeping around(Keeping service) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("races", new LostRaces(List.of()));
        var proxy = new ProxyFactory(service);
        proxy.setProxyTargetClass(true);
        proxy.addAdvisor(LostRacesInServices.lostRacesAroundTransactions(beans.getBeanProvider(LostRaces.class)));
        return (Keeping) proxy.getProxy();
    }

    @Transactional
    static class Keeping {

        private RuntimeException failure;
        private int tried;

        String keep(int failing) {
            if (tried++ < failing) {
                throw failure;
            }
            return "kept";
        }

        void read() throws IOException {
            throw new IOException("disk");
        }
    }
}
