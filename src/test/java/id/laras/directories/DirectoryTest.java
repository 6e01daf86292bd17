package id.laras.directories;

import id.laras.LarasTest;
import id.laras.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * As {@link LarasTest}, in an application that a Keycloak and an OpenLDAP stand behind. The tests of one class share one
 * context and its two servers, so each works with people of its own. It repeats what stands there: of
 * two {@code @ContextConfiguration} on one class Spring would see the first.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@DirtiesContext
@Tag("directories")
@ContextConfiguration(initializers = {TestDatabase.class, DirectoryTest.Setup.class})
@interface DirectoryTest {

    final class Setup implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var keycloak = new Keycloak();
            var ldap = new OpenLdap();
            context.getBeanFactory().registerSingleton("keycloak", keycloak);
            context.getBeanFactory().registerSingleton("openLdap", ldap);
            var oidc = "spring.security.oauth2.client.";
            TestPropertyValues.of(
                            oidc + "registration.instansi.client-id=laras",
                            oidc + "registration.instansi.client-secret=rahasia-uji",
                            oidc + "registration.instansi.client-name=Akun Instansi",
                            oidc + "provider.instansi.issuer-uri=" + keycloak.issuer(),
                            "laras.login.roles.tim-sdm=HR",
                            "laras.login.roles.inspektorat=AUDITOR",
                            "laras.login.ldap.url=" + ldap.url(),
                            "laras.login.ldap.base=" + OpenLdap.base(),
                            "laras.login.ldap.manager-dn=cn=pembaca," + OpenLdap.base(),
                            "laras.login.ldap.manager-password=rahasia-pembaca",
                            "laras.login.ldap.user-base=ou=orang",
                            "laras.login.ldap.group-base=ou=kelompok")
                    .applyTo(context);
        }
    }
}
