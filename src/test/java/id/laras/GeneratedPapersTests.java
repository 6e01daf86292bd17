package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a paper says of models, records and rooms is made of them (docs/adr/0122-papers-made-from-what-they-describe.md). */
class GeneratedPapersTests {

    private static final String LIFECYCLE = "docs/lifecycle.md";

    @Test
    void theLifecycleTellsTheModelsAsTheyAre() throws IOException {
        new GeneratedPart(LIFECYCLE, "models").is(ModelTables.models());
        new GeneratedPart(LIFECYCLE, "decision tables").is(ModelTables.decisions());
    }

    @Test
    void theLifecycleTellsTheRecordsAsTheyAre() throws IOException {
        var records = new RecordTables(ProcessModelTests.humanSteps());
        new GeneratedPart(LIFECYCLE, "steps").is(records.steps());
        new GeneratedPart(LIFECYCLE, "records").is(records.shapes());
        new GeneratedPart(LIFECYCLE, "enumerations").is(records.enumerations());
    }

    @Test
    void theReadmeDrawsTheRoomsAsTheyMayEnterOneAnother() throws IOException {
        new GeneratedPart("README.md", "rooms").is(new RoomsPicture().mermaid());
    }

    @Test
    void theHouseSaysWhatEachRoomMayEnter() throws IOException {
        new GeneratedPart("docs/architecture.md", "what rooms may enter").is(new RoomsPicture()::entered);
    }

    @Test
    void noRoomMayEnterARoomThatMayEnterIt() throws IOException {
        assertThat(new RoomsPicture().circles()).isEmpty();
    }
}
