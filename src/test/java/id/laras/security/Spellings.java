package id.laras.security;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One path, written in all the ways that a server might take for the same. */
final class Spellings {

    private Spellings() {}

    /** All ways to write it, the usual one first. */
    static Map<String, String> of(String path) {
        var query = path.contains("?") ? path.substring(path.indexOf('?')) : "";
        var plain = path.substring(0, path.length() - query.length());
        var last = plain.lastIndexOf('/');
        var ways = new LinkedHashMap<String, String>();
        ways.put("as it is", plain);
        ways.put("slash appended", plain + "/");
        ways.put("two slashes appended", plain + "//");
        ways.put("first slash doubled", "/" + plain);
        ways.put("last slash doubled", plain.substring(0, last) + "/" + plain.substring(last));
        ways.put("last slash encoded", plain.substring(0, last) + "%2F" + plain.substring(last + 1));
        ways.put(
                "first letter encoded",
                plain.length() < 2 ? plain : "/" + encoded(plain.charAt(1)) + plain.substring(2));
        ways.put(
                "last letter encoded",
                plain.substring(0, plain.length() - 1) + encoded(plain.charAt(plain.length() - 1)));
        ways.put(
                "letter encoded twice",
                plain.length() < 2 ? plain : "/%25" + encoded(plain.charAt(1)).substring(1) + plain.substring(2));
        ways.put("parameter appended", plain + ";x");
        ways.put("parameter with a value", plain + ";jsessionid=1");
        ways.put("parameter in front", plain.length() < 2 ? plain + ";x" : plain.replaceFirst("^/([^/]+)", "/$1;x"));
        ways.put("parameter encoded", plain + "%3Bx");
        ways.put("in capitals", plain.toUpperCase(Locale.ROOT));
        ways.put(
                "first letter in capitals",
                plain.length() < 2 ? plain : "/" + plain.substring(1, 2).toUpperCase(Locale.ROOT) + plain.substring(2));
        ways.put("dot appended", plain + "/.");
        ways.put("way up and down", "/laras/.." + plain);
        ways.put("way up encoded", "/laras/%2e%2e" + plain);
        ways.put("way through the login", "/login/.." + plain);
        ways.put("suffix", plain + ".json");
        ways.put("blank", plain + "%20");
        ways.put("backslash", plain.substring(0, last) + "%5C" + plain.substring(last + 1));
        ways.put("line end", plain + "%0A");
        ways.put("nothing", plain + "%00");
        ways.values().removeIf(way -> !way.startsWith("/"));
        ways.replaceAll((name, way) -> way + query);
        return ways;
    }

    private static String encoded(char sign) {
        return "%%%02X".formatted((int) sign);
    }
}
