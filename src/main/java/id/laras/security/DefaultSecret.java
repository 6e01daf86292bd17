package id.laras.security;

/** The application must not start: whoever has read our documentation could log in. */
public class DefaultSecret extends RuntimeException {

    public DefaultSecret(String message) {
        super(message);
    }
}
