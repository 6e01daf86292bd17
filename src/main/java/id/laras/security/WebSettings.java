package id.laras.security;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how browsers reach the application (docs/adr/0069-hosts-tls-and-what-scripts-may.md).
 *
 * @param tls   whether browsers come by https only, here or at a proxy: then cookies are secure and browsers told to stay there
 * @param hsts  how long a browser remembers that; nothing is said when it is zero
 * @param hosts names by which the application is reached; others are refused. Empty: any name, and no answer repeats it
 */
@ConfigurationProperties("laras.web")
record WebSettings(
        @DefaultValue("false") boolean tls,
        @DefaultValue("365d") Duration hsts,
        @DefaultValue Set<String> hosts) {

    /** Browsers take a cookie with such a name only over https, from this host alone and for all of its paths. */
    static final String HOST_ONLY = "__Host-";

    /** @param name of a cookie for all paths, as it is on plain http */
    String cookie(String name) {
        return tls ? HOST_ONLY + name : name;
    }
}
