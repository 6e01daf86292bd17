package id.laras.rules;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The list from which somebody sent a form, as it was shown: its address travels in the form, and the answer leads there
 * again, to the same filters, order and page. Only what is asked of the list is taken from the browser, never where to go
 * (docs/adr/0112-back-to-the-same-list.md).
 */
public final class WayBack {

    /** Field of the form, and parameter of the way to a page that has one. */
    public static final String FIELD = "_back";

    /** Far longer than any list asks, far shorter than a server refuses. */
    private static final int LONGEST = 2_000;

    private WayBack() {}

    /**
     * @param path of the list
     * @param back what the form sent, or null
     * @return whether it stood in this list
     */
    public static boolean isOf(String path, String back) {
        return back != null && back.length() <= LONGEST && (back.equals(path) || back.startsWith(path + "?"));
    }

    /** @return what was asked of the list; nothing when the form stood somewhere else
     */
    public static Map<String, String> asked(String path, String back) {
        var asked = new LinkedHashMap<String, String>();
        if (!isOf(path, back)) {
            return asked;
        }
        try {
            for (var one :
                    back.substring(path.length()).replaceFirst("^[?]", "").split("&")) {
                var cut = one.indexOf('=');
                if (cut > 0) {
                    asked.putIfAbsent(decoded(one.substring(0, cut)), decoded(one.substring(cut + 1)));
                }
            }
        } catch (IllegalArgumentException unreadable) {
            return new LinkedHashMap<>();
        }
        asked.remove(FIELD);
        return asked;
    }

    /** The list as it was, at this path whatever was sent. */
    public static String to(String path, String back) {
        return ListQuery.of(path, asked(path, back)).address();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
