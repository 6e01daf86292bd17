package id.laras.evidence.web;

import static id.laras.CsrfTokens.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.evidence.Evidence;
import id.laras.evidence.EvidenceService;
import id.laras.evidence.FileService;
import id.laras.evidence.Uploads;
import id.laras.rules.Refusal.Problem;
import id.laras.security.AccountService;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Evidence must never become a way in: attacks on upload and download. */
@LarasTest
@Tag("database")
class FileApiTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    EvidenceService evidence;

    @Autowired
    EvaluationRecorder recorder;

    @Autowired
    AccountService accounts;

    @LocalServerPort
    int port;

    private TestTeam team;
    private EvaluationId id;

    @BeforeEach
    void anEvaluation() {
        team = TestTeam.open(application, Scheme.QUADRANT);
        id = team.id("staff");
    }

    @Test
    void theEmployeeUploadsAndThoseWhoMayReadTheEvaluationDownload() throws Exception {
        var file = uploaded(id, "staff", "laporan.pdf", Uploads.PDF);
        for (var reader : new String[] {"staff", "officer", "head"}) {
            web.perform(get("/api/files/" + file).with(person(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().bytes(Uploads.PDF));
        }
        for (var role : new String[] {"HR", "AUDITOR"}) {
            web.perform(get("/api/files/" + file).with(person("somebody", role)))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void aFileIsHandedOutAsADownloadThatNoBrowserInterprets() throws Exception {
        var file = uploaded(id, "staff", "lap\"oran\r\nX-Evil: 1 é.pdf", Uploads.PDF);
        web.perform(get("/api/files/" + file).with(person("officer")))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("Content-Disposition", not(containsString("\n"))))
                .andExpect(header().string("Content-Disposition", containsString("lap_oranX-Evil_%201%20%C3%A9.pdf")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().doesNotExist("X-Evil"));
    }

    @Test
    void anothersFileDoesNotExistForAnOutsider() throws Exception {
        var file = uploaded(id, "staff", "laporan.pdf", Uploads.PDF);
        for (var outsider : new String[] {"peer1", "sub1"}) {
            web.perform(get("/api/files/" + file).with(person(outsider))).andExpect(status().isNotFound());
        }
        web.perform(get("/api/files/" + file).with(person("root", "ADMIN"))).andExpect(status().isNotFound());
        web.perform(get("/api/files/" + UUID.randomUUID()).with(person("staff")))
                .andExpect(status().isNotFound());
        web.perform(get("/api/files/" + file)).andExpect(status().is4xxClientError());
    }

    @Test
    void nobodyAddsToAnEvaluationThatIsNotTheirs() throws Exception {
        upload(id, person("peer1"), "a.pdf", Uploads.PDF).andExpect(status().isNotFound());
        upload(id, person("somebody", "AUDITOR"), "a.pdf", Uploads.PDF).andExpect(status().isNotFound());
        upload(EvaluationId.of("no-such"), person("staff"), "a.pdf", Uploads.PDF)
                .andExpect(status().isNotFound());
        upload(id, person("somebody", "HR"), "a.pdf", Uploads.PDF).andExpect(status().isOk());
    }

    @Test
    void anUploadFromAnotherSiteIsRefused() throws Exception {
        web.perform(multipart("/api/evaluations/" + id + "/files")
                        .file(new MockMultipartFile("file", "a.pdf", "application/pdf", Uploads.PDF))
                        .with(person("staff")))
                .andExpect(status().isForbidden());
    }

    @Test
    void aRenamedProgramIsRefusedInAClearSentence() throws Exception {
        for (var name : List.of("a.pdf", "a.png", "a.docx", "a.exe", "a.pdf.html")) {
            upload(id, person("staff"), name, Uploads.PROGRAM)
                    .andExpect(status().is4xxClientError())
                    .andExpect(content().string(containsString("Berkas harus berupa pdf")));
        }
        upload(id, person("staff"), "a.docx", Uploads.DOCX_WITH_MACRO).andExpect(status().is4xxClientError());
    }

    @Test
    void anEmptyOrTooLargeFileIsRefused() throws Exception {
        upload(id, person("staff"), "a.pdf", new byte[0]).andExpect(status().is4xxClientError());
        var largest = Arrays.copyOf(Uploads.PDF, FileService.LARGEST);
        upload(id, person("staff"), "a.pdf", largest).andExpect(status().isOk());
        upload(id, person("staff"), "a.pdf", Arrays.copyOf(Uploads.PDF, FileService.LARGEST + 1))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("5 MB")));
    }

    /** The server takes apart what imports need, 48 MB; a few dozen of these at once would fill its memory. */
    @Test
    void ofAFileThatIsTooLargeNoMoreIsReadThanTellsIt() throws Exception {
        var read = new AtomicLong();
        var huge = new MockMultipartFile("file", "a.pdf", "application/pdf", Uploads.PDF) {
            @Override
            public byte[] getBytes() {
                throw new IllegalStateException("All of it is in memory");
            }

            @Override
            public InputStream getInputStream() {
                return new InputStream() {
                    @Override
                    public int read() {
                        read.incrementAndGet();
                        return 'x';
                    }
                };
            }
        };
        web.perform(multipart("/api/evaluations/" + id + "/files")
                        .file(huge)
                        .with(person("staff"))
                        .with(csrf()))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("5 MB")));
        assertThat(read).hasValue(FileService.LARGEST + 1L);
    }

    /** Over the wire, where the server itself cuts the upload off. */
    @Test
    void aHugeFileIsRefusedInAClearSentenceAndNotByADeadConnection() {
        accounts.setPassword(team.account("staff"), TestPeople.PASSWORD);
        var staff = HttpPerson.loggedIn(port, team.account("staff"));
        for (var megabytes : List.of(9, 14)) {
            var huge = "%PDF-1.7 " + "x".repeat(megabytes * 1024 * 1024);
            var answer = staff.multipart("/api/evaluations/" + id + "/files", "file", "a.pdf", huge);
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(HttpPerson.parse(answer.body()).get("detail").asText()).contains("5 MB");
        }
    }

    @Test
    void aClosedEvaluationTakesNoMoreFiles() throws Exception {
        recorder.enter(id, Stage.CLOSED);
        upload(id, person("staff"), "a.pdf", Uploads.PDF).andExpect(status().is4xxClientError());
    }

    @Test
    void evidenceIsALinkOrAFileOfThisVeryEvaluation() throws Exception {
        var own = uploaded(id, "staff", "a.png", Uploads.PNG);
        var foreign = uploaded(team.id("peer1"), "peer1", "a.png", Uploads.PNG);
        assertThat(evidence.problems(id, null)).isEmpty();
        assertThat(evidence.problems(id, List.of(link("https://a.id/x"), file(own))))
                .isEmpty();
        assertThat(evidence.problems(
                        id,
                        Arrays.asList(
                                file(foreign),
                                link("javascript:alert(1)"),
                                new Evidence("https://a.id", own, null),
                                new Evidence(" ", "", null),
                                null)))
                .extracting(Problem::key)
                .containsExactly(
                        "evidence.file.unknown",
                        "evidence.link",
                        "evidence.either",
                        "evidence.either",
                        "evidence.either");
    }

    private static Evidence link(String link) {
        return new Evidence(link, null, null);
    }

    private static Evidence file(String id) {
        return new Evidence(null, id, "a.png");
    }

    private String uploaded(EvaluationId evaluation, String person, String name, byte[] content) throws Exception {
        var answer = upload(evaluation, person(person), name, content)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(answer, "$.fileId");
    }

    private ResultActions upload(EvaluationId evaluation, RequestPostProcessor who, String name, byte[] content)
            throws Exception {
        return web.perform(multipart("/api/evaluations/" + evaluation + "/files")
                .file(new MockMultipartFile("file", name, "application/pdf", content))
                .with(who)
                .with(csrf()));
    }

    private RequestPostProcessor person(String name, String... roles) {
        return user(team.account(name))
                .authorities(
                        Arrays.stream(roles).map(SimpleGrantedAuthority::new).toList());
    }
}
