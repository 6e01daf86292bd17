package id.laras.engine;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Other ways to write a path by which servlets, Spring or JAX-RS might still find the same endpoint. */
final class EngineSpellings {

    private EngineSpellings() {}

    /** @param path below one of the roots, without variables; the keys say what is different */
    static Map<String, String> of(String root, String path) {
        var whole = root + path;
        var end = whole.lastIndexOf('/') + 1;
        var last = whole.substring(end);
        Map<String, String> spellings = new LinkedHashMap<>();
        spellings.put("slash appended", whole + "/");
        spellings.put("two slashes appended", whole + "//");
        spellings.put("slash doubled", whole.substring(0, end) + "/" + last);
        spellings.put("slash doubled in front", "/" + whole);
        spellings.put("slash doubled behind the root", root + "/" + path);
        spellings.put("letter encoded", whole.substring(0, end) + encoded(last));
        spellings.put(
                "letter encoded in small",
                whole.substring(0, end) + encoded(last).toLowerCase(Locale.ROOT));
        spellings.put("letter of the root encoded", "/" + encoded(whole.substring(1)));
        spellings.put("encoded twice", whole.substring(0, end) + encoded(last).replace("%", "%25"));
        spellings.put("slash encoded", whole.substring(0, end - 1) + "%2F" + last);
        spellings.put("matrix parameter", whole + ";x");
        spellings.put("matrix parameter with a value", whole + ";jsessionid=1");
        spellings.put("matrix parameter inside", whole.substring(0, end - 1) + ";x/" + last);
        spellings.put("matrix parameter encoded", whole + "%3Bx");
        spellings.put("dot", whole.substring(0, end) + "./" + last);
        spellings.put("dots", whole.substring(0, end) + "x/../" + last);
        spellings.put("dots encoded", whole.substring(0, end) + "x/%2e%2e/" + last);
        spellings.put("backslash", whole.substring(0, end - 1) + "%5C" + last);
        spellings.put("null", whole + "%00");
        spellings.put("space", whole + "%20");
        spellings.put("upper case", whole.substring(0, end) + last.toUpperCase(Locale.ROOT));
        spellings.put("file type", whole + ".json");
        if (root.equals("/engine-rest")) {
            spellings.put("engine's name", "/engine-rest/engine/default" + path);
            spellings.put("engine's name and slash", "/engine-rest/engine/default" + path + "/");
        } else if (root.endsWith("/engine/default")) {
            spellings.put("without the engine's name", root.replace("/default", "") + path);
            spellings.put("engine's name encoded", root.replace("default", "%64efault") + path);
        }
        spellings.values().removeIf(whole::equals);
        return spellings;
    }

    /** Its first letter percent-encoded; what begins with none stays. */
    private static String encoded(String text) {
        return text.isEmpty()
                ? "%2F"
                : "%" + Integer.toHexString(text.charAt(0)).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
