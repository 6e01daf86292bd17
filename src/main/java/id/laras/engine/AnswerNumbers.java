package id.laras.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.BigDecimalDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads the decimals of an answer and refuses a number that is absurd by its length or its exponent. 0E+99999 is a zero to
 * every rule, but nobody can write it down. 1E+999999999 has a thousand million digits once something is added to it. Each
 * step knows by itself which sizes make sense.
 */
final class AnswerNumbers extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;

    /** As typed, with sign and point. */
    static final int LONGEST = 40;

    /** Before or behind the point; the largest figure that any step takes has twelve and four. */
    static final int MOST_PLACES = 20;

    private static final Pattern LARGE_EXPONENT = Pattern.compile("[+-]?[\\d.]+[eE][+-]?\\d{3,}");

    private AnswerNumbers() {
        super(BigDecimal.class);
    }

    /** A reader of answers that is otherwise as the application's. */
    static ObjectMapper reader(ObjectMapper json) {
        return json.copy().registerModule(new SimpleModule().addDeserializer(BigDecimal.class, new AnswerNumbers()));
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING
                || parser.currentToken().isNumeric()) {
            var text = parser.getText().strip();
            if (text.length() > LONGEST || LARGE_EXPONENT.matcher(text).matches()) {
                throw new Absurd(parser);
            }
        }
        var number = BigDecimalDeserializer.instance.deserialize(parser, context);
        if (number != null
                && (Math.abs(number.scale()) > MOST_PLACES || number.precision() - number.scale() > MOST_PLACES)) {
            throw new Absurd(parser);
        }
        return number;
    }

    /** Knows where in the answer it was. */
    static final class Absurd extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        Absurd(JsonParser parser) {
            super(parser, "No number of sane length");
        }
    }
}
