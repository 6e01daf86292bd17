package id.laras.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From where somebody asks to come in.
 *
 * @param address as the connection says, or the proxy where one is configured (server.forward-headers-strategy)
 * @param device  what the browser keeps since somebody came in with it (see {@link KnownClients}), or null
 */
record Caller(String address, String device) implements Serializable {

    /** Bytes of an IPv6 address that name the line; whoever has one has all addresses behind it. */
    private static final int LINE = 8;

    static Caller of(HttpServletRequest request) {
        var device = cookie(request, KnownClients.SECURE_COOKIE).or(() -> cookie(request, KnownClients.COOKIE));
        return new Caller(request.getRemoteAddr(), device.orElse(null));
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> name.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** What counts as one place: an IPv4 address, or the line of an IPv6 address. */
    String place() {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // a literal, so that no name server is asked
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > LINE * 2 - 1 ? HexFormat.of().formatHex(bytes, 0, LINE) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
