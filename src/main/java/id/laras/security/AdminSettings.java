package id.laras.security;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one administrator may do alone.
 *
 * @param codeLife  how long a one-time code may be used
 * @param witnesses accounts whose owners the installation itself vouches for: they may confirm what the only administrator
 *     did, although their own role came from that administrator
 */
@ConfigurationProperties("laras.admin")
record AdminSettings(
        @DefaultValue("24h") Duration codeLife,
        @DefaultValue Set<String> witnesses) {

    AdminSettings {
        if (codeLife.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("laras.admin.code-life is more than nothing");
        }
    }
}
