package id.laras.engine;

import id.laras.rules.UniqueRule;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Around every transaction of ours: what was lost is often known with the commit, where no service can catch it any more.
 * What only met others at its rows is tried again; what somebody else has changed meanwhile is a refusal, because the person
 * decided on what they saw. What runs within somebody else's transaction is left to that one.
 */
@Configuration
class LostRacesInServices {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static LostRaces lostRaces(ObjectProvider<UniqueRule> rules) {
        return new LostRaces(rules.orderedStream().toList());
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor lostRacesAroundTransactions(ObjectProvider<LostRaces> races) {
        MethodInterceptor refusing = call -> {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                return call.proceed();
            }
            try {
                return Tries.of(() -> once((ProxyMethodInvocation) call), LostRaces::isBusy);
            } catch (UndeclaredThrowableException checked) {
                throw checked.getUndeclaredThrowable();
            } catch (RuntimeException failure) {
                throw races.getObject()
                        .any(failure)
                        .<RuntimeException>map(refusal -> refusal)
                        .orElse(failure);
            }
        };
        var advisor = new DefaultPointcutAdvisor(new OurTransactions(), refusing);
        // outside of the transaction, which ends at the lowest
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** A clone each time: an invocation walks through what stands around it only once. */
    private static Object once(ProxyMethodInvocation call) {
        try {
            return call.invocableClone().proceed();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new UndeclaredThrowableException(checked);
        }
    }

    private static final class OurTransactions extends StaticMethodMatcherPointcut {

        OurTransactions() {
            setClassFilter(type -> type.getName().startsWith("id.laras.") && !Proxy.isProxyClass(type));
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            return AnnotatedElementUtils.hasAnnotation(type, Transactional.class)
                    || AnnotatedElementUtils.hasAnnotation(method, Transactional.class);
        }
    }
}
