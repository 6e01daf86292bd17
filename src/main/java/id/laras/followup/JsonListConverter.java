package id.laras.followup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import java.util.List;

/** Keeps a list that is never asked for row by row as one JSON document. */
abstract class JsonListConverter<T> implements AttributeConverter<List<T>, String> {

    private final ObjectMapper json;
    private final Class<T> type;

    JsonListConverter(ObjectMapper json, Class<T> type) {
        this.json = json;
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(List<T> values) {
        try {
            return values == null ? null : json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be kept as JSON", e);
        }
    }

    @Override
    public List<T> convertToEntityAttribute(String text) {
        try {
            return text == null ? List.of() : json.readerForListOf(type).<List<T>>readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept as JSON cannot be read", e);
        }
    }
}
