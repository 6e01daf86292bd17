package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.ldap.UncategorizedLdapException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** What the log keeps of a directory that cannot be asked. */
@LarasTest
@ExtendWith(OutputCaptureExtension.class)
class LdapDoorTests {

    @Autowired
    DirectoryLogins directory;

    @Test
    void theLogNamesNobodyWhomTheDirectoryNames(CapturedOutput log) {
        var door = new LdapDoor(new Away(), directory, new PasswordGate(TestLogins.settings(Map.of(), false)));
        var login = UsernamePasswordAuthenticationToken.unauthenticated("budi", "rahasia");
        assertThatThrownBy(() -> door.authenticate(login)).isInstanceOf(DirectoryRefusal.class);
        assertThat(log)
                .contains(
                        "The LDAP directory cannot be asked",
                        "InternalAuthenticationServiceException by UncategorizedLdapException")
                .doesNotContain("Budi", "budi", "dc=dinas");
    }

    private static final class Away implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication login) {
            throw new InternalAuthenticationServiceException(
                    "error code 52 - unavailable",
                    new UncategorizedLdapException("[displayName: Budi Santoso], remaining name 'dc=dinas'"));
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return true;
        }
    }
}
