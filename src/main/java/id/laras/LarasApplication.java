package id.laras;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.ldap.LdapAutoConfiguration;

/**
 * Laras: performance evaluation of civil servants (ASN) as executable BPMN. LDAP is asked by the login alone, when it is
 * configured ({@code laras.login.ldap}); Boot would look for one on this machine and call the application ill without it.
 */
@SpringBootApplication(exclude = LdapAutoConfiguration.class)
public class LarasApplication {

    public static void main(String[] args) {
        SpringApplication.run(LarasApplication.class, args);
    }
}
