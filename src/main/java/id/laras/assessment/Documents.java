package id.laras.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes whole answers and explanations as JSON, and reads them again. */
@Component
class Documents {

    private static final TypeReference<List<ExplanationLine>> LINES = new TypeReference<>() {};

    private final ObjectMapper json;

    Documents(ObjectMapper json) {
        this.json = json;
    }

    String write(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written: " + document.getClass(), e);
        }
    }

    <T> T read(String document, Class<T> type) {
        try {
            return json.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No longer readable as " + type, e);
        }
    }

    List<ExplanationLine> readLines(String document) {
        try {
            return json.readValue(document, LINES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No longer readable as explanation", e);
        }
    }
}
