package id.laras.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text without the values that name a person. A belt: no line of ours holds one, but databases repeat in their errors what
 * somebody tried to save.
 */
final class NamelessText {

    private static final Map<Pattern, String> MASKS = new LinkedHashMap<>();

    static {
        // MariaDB
        mask("Duplicate entry '.*?' for key", "Duplicate entry '…' for key");
        mask("(Incorrect [a-z]+ value|Truncated incorrect [A-Z]+ value): '.*?'", "$1: '…'");
        // H2
        mask("VALUES \\(.*?\\)\"", "VALUES (…)\"");
        mask("(Data conversion error converting) \".*?\"", "$1 \"…\"");
        mask("(Value too long for column \"[^\"]*\"): \".*?\"", "$1: \"…\"");
        // the parameters of a statement, as the driver of MariaDB and MyBatis write them
        mask("parameters? ?: ?\\[.*?]", "parameters: […]");
        // what could not be read of a file
        mask("Text '.*?' could not be parsed", "Text '…' could not be parsed");
        mask("For input string: \".*?\"", "For input string: \"…\"");
        // entries of a directory
        mask("(?i)\\b(cn|uid|sn|givenname|displayname|samaccountname)=[^,;+)\\]'\"\\n]*", "$1=…");
        mask("(?<![\\w.-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}", "(e-mail)");
        mask("(?<!\\d)\\d{18}(?!\\d)", "(NIP)");
    }

    private NamelessText() {}

    static String of(String text) {
        if (text == null) {
            return null;
        }
        var masked = text;
        for (var mask : MASKS.entrySet()) {
            masked = mask.getKey().matcher(masked).replaceAll(mask.getValue());
        }
        return masked;
    }

    private static void mask(String pattern, String instead) {
        MASKS.put(Pattern.compile(pattern, Pattern.DOTALL), instead);
    }
}
