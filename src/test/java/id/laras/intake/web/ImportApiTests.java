package id.laras.intake.web;

import static id.laras.CsrfTokens.csrf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.intake.SourceFile;
import id.laras.people.PeopleFixture;
import id.laras.security.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LarasTest
class ImportApiTests {

    private static final String PATH = "/api/hr/imports";

    @Autowired
    MockMvc web;

    @Autowired
    TestPeople people;

    @LocalServerPort
    int port;

    private final PeopleFixture fixture = new PeopleFixture();

    @Test
    void aPreviewIsUploadedReadAppliedAndReadAgain() throws Exception {
        var here = upload(person("HR"), part("units", fixture.units()), part("employees", fixture.employees()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.stage").value("READY"))
                .andExpect(jsonPath("$.counts.employees.added").value(4))
                .andExpect(jsonPath("$.changes", hasSize(5)))
                .andExpect(jsonPath("$.changes[0].key").value(fixture.unit()))
                .andExpect(jsonPath("$.changes[1].fields[0].column").value("nip"))
                .andReturn()
                .getResponse()
                .getHeader("Location");

        web.perform(post(here + "/apply").with(person("HR")).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage").value("APPLIED"));
        web.perform(get(here).with(person("HR")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage").value("APPLIED"));
        upload(person("HR"), part("units", fixture.units()), part("employees", fixture.employees()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.counts.employees.unchanged").value(4))
                .andExpect(jsonPath("$.changes", hasSize(0)));
    }

    @Test
    void errorsComeAsAProblemWithFileRowColumnAndReason() throws Exception {
        var here = upload(person("HR"), part("employees", fixture.employees()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("ada 4 kesalahan")))
                .andExpect(jsonPath("$.errorCount").value(4))
                .andExpect(jsonPath("$.errors[0].file").value("employees.csv"))
                .andExpect(jsonPath("$.errors[0].row").value(2))
                .andExpect(jsonPath("$.errors[0].column").value("unit"))
                .andExpect(jsonPath("$.errors[0].code").value("people.unit.unknown"))
                .andReturn()
                .getResponse()
                .getHeader("Location");

        web.perform(get(here + "/errors.csv").with(person("HR")))
                .andExpect(content().string(containsString("employees.csv;2;unit")));
        web.perform(post(here + "/apply").with(person("HR")).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.problems", hasSize(1)));
    }

    @Test
    void whatIsAskedMustBeConfirmedByMachinesToo() throws Exception {
        var text = new String(fixture.employees().content(), UTF_8)
                .replace("Sri Wahyuni,", "Sri Wahyuni,mesin@kota.go.id")
                .replace("Hendra Wijaya,", "Hendra Wijaya,mesin@kota.go.id");
        var here = upload(
                        person("HR"),
                        part("units", fixture.units()),
                        part("employees", PeopleFixture.file("employees.csv", text)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.toConfirm").value(2))
                .andExpect(jsonPath("$.noticeCount").value(2))
                .andExpect(jsonPath("$.notices[0].row").value(2))
                .andExpect(jsonPath("$.notices[0].column").value("email"))
                .andExpect(jsonPath("$.notices[0].code").value("people.notice.emailInFile"))
                .andExpect(jsonPath("$.notices[0].asked").value(true))
                .andReturn()
                .getResponse()
                .getHeader("Location");

        web.perform(post(here + "/apply").with(person("HR")).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.problems[0]").exists());
        web.perform(get(here).with(person("HR"))).andExpect(jsonPath("$.stage").value("READY"));
        web.perform(post(here + "/apply?confirmed=true").with(person("HR")).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage").value("APPLIED"));
    }

    @Test
    void aCallWithoutAnyFileIsAProblem() throws Exception {
        upload(person("HR")).andExpect(status().isUnprocessableEntity());
        web.perform(post(PATH).with(person("HR")).with(csrf())).andExpect(status().is4xxClientError());
    }

    @Test
    void onlyHrMayCallIt() throws Exception {
        for (var role : new String[] {"STAFF", "AUDITOR", "ADMIN"}) {
            upload(person(role), part("units", fixture.units())).andExpect(status().isForbidden());
            web.perform(get(PATH + "/x").with(person(role))).andExpect(status().isForbidden());
            web.perform(post(PATH + "/x/apply").with(person(role)).with(csrf())).andExpect(status().isForbidden());
            web.perform(get(PATH + "/x/errors.csv").with(person(role))).andExpect(status().isForbidden());
        }
        web.perform(get(PATH + "/x").with(person("HR")))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        web.perform(get(PATH + "/x")).andExpect(status().isUnauthorized());
    }

    @Test
    void farTooMuchIsRefusedInASentenceWhereverItIsSent() {
        var account = people.account("sdmbesar", Role.HR);
        var hr = HttpPerson.loggedIn(port, account);
        var hundredMegabytes = "x".repeat(100 << 20);

        var api = hr.multipart(PATH, "units", "besar.csv", hundredMegabytes);
        assertThat(api.statusCode()).isEqualTo(413);
        assertThat(api.body()).contains("lebih besar dari 20 MB");

        var page = hr.multipart("/hr/people", "units", "besar.csv", hundredMegabytes);
        assertThat(page.statusCode()).isEqualTo(303);
        var said = hr.page(page.headers().firstValue("Location").orElseThrow());
        assertThat(said.statusCode()).isEqualTo(413);
        assertThat(said.body()).contains("lebih besar dari 20 MB");

        var overTheLimit = hr.multipart(PATH, "units", "besar.csv", "x".repeat(21 << 20));
        assertThat(overTheLimit.statusCode()).isEqualTo(422);
        assertThat(overTheLimit.body()).contains("lebih besar dari 20 MB");
    }

    private ResultActions upload(RequestPostProcessor person, MockMultipartFile... files) throws Exception {
        var upload = multipart(PATH);
        for (var file : files) {
            upload.file(file);
        }
        return web.perform(upload.with(person).with(csrf()));
    }

    private static MockMultipartFile part(String name, SourceFile file) {
        return new MockMultipartFile(name, file.name(), "text/csv", file.content());
    }

    private static RequestPostProcessor person(String role) {
        return user("mesin").authorities(new SimpleGrantedAuthority(role));
    }
}
