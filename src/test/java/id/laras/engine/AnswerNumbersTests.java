package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No number of an answer is absurd by its length or its exponent, whatever it is about. */
class AnswerNumbersTests {

    private final ObjectMapper json = AnswerNumbers.reader(new ObjectMapper());

    record Figure(BigDecimal value) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0E+99999",
                "0E-99999",
                "1E+999999999",
                "-1E+999999999",
                "1E-999999999",
                "1E+99999999999999999999",
                "1E+30",
                "1E-30",
                "123456789012345678901234567890",
                "0.0000000000000000000000001"
            })
    void anAbsurdNumberIsRefusedWithItsPlace(String number) {
        for (var written : new String[] {"\"" + number + "\"", number}) {
            assertThatThrownBy(() -> read(written))
                    .as(written)
                    .isInstanceOfSatisfying(
                            AnswerNumbers.Absurd.class,
                            absurd -> assertThat(absurd.getPath().get(0).getFieldName())
                                    .isEqualTo("value"));
        }
    }

    @Test
    void soIsOneOfTenThousandDigits() {
        assertThatThrownBy(() -> read("\"" + "9".repeat(10_000) + "\"")).isInstanceOf(AnswerNumbers.Absurd.class);
        assertThatThrownBy(() -> read("9".repeat(10_000))).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "NaN", "\"1,5\"", "\"0x10\"", "true", "[]", "\"1e\""})
    void whatIsNoNumberIsUnreadable(String written) {
        assertThatThrownBy(() -> read(written)).as(written).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void ordinaryNumbersAreReadAsTheyWereWritten() throws Exception {
        assertThat(read("\"999999999999.9999\"")).isEqualTo("999999999999.9999");
        assertThat(read("12.50")).isEqualTo("12.50");
        assertThat(read("\"-0\"")).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(read("\"1e2\"")).isEqualByComparingTo("100");
        assertThat(read("null")).isNull();
        assertThat(read("\" 5 \"")).isEqualByComparingTo("5");
    }

    private BigDecimal read(String written) throws JsonProcessingException {
        return json.readValue("{\"value\":" + written + "}", Figure.class).value();
    }
}
