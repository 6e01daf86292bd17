package id.laras.security;

/** The application must not start: whoever has read our documentation could log in. */
class DefaultSecret extends RuntimeException {

    DefaultSecret(String message) {
        super(message);
    }
}
