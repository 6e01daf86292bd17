package id.laras.books.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.laras.books.BookFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Forms that HR draws hold fields and words. What could load a page or run a script in somebody's session is no field. */
final class FormChecks {

    private static final Set<String> FIELDS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "datetime",
            "text",
            "group",
            "separator",
            "spacer",
            "default");

    private FormChecks() {}

    static List<BookFault> faults(String file, byte[] content) {
        var faults = new ArrayList<BookFault>();
        try {
            var form = new JsonMapper().readTree(content);
            if (form == null || !form.isObject() || !form.path("id").isTextual()) {
                return List.of(BookFault.ofFile("FORM_UNREADABLE", file));
            }
            visit(form.path("components"), file, faults);
        } catch (JsonProcessingException unreadable) {
            faults.add(BookFault.ofFile("FORM_UNREADABLE", file));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return faults;
    }

    private static void visit(JsonNode components, String file, List<BookFault> faults) {
        components.forEach(component -> {
            var type = component.path("type").asText();
            if (!FIELDS.contains(type)) {
                faults.add(new BookFault(
                        "FORM_FIELD",
                        file,
                        component.path("id").asText(null),
                        component.path("label").asText(null),
                        List.of(),
                        List.of(type)));
            }
            visit(component.path("components"), file, faults);
        });
    }
}
