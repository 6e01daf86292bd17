package id.laras.people.web;

import static id.laras.CsrfTokens.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.laras.LarasTest;
import id.laras.people.PeopleFixture;
import id.laras.people.SourceFile;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LarasTest
class PeoplePageTests {

    @Autowired
    MockMvc web;

    private final PeopleFixture fixture = new PeopleFixture();

    @Test
    void hrImportsAndSeesTheUnitsWithTheirHeadCounts() throws Exception {
        web.perform(multipart("/hr/people")
                        .file(part("units", fixture.units()))
                        .file(part("employees", fixture.employees()))
                        .with(hr())
                        .with(csrf()))
                .andExpect(redirectedUrl("/hr/people"))
                .andExpect(flash().attribute("report", Matchers.notNullValue()));

        web.perform(get("/hr/people").with(hr()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(fixture.unit())))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void aRefusedImportListsFileRowColumnAndReason() throws Exception {
        web.perform(multipart("/hr/people")
                        .file(part("employees", fixture.employees()))
                        .with(hr())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("ada 4 kesalahan")))
                .andExpect(content().string(containsString("employees.csv")))
                .andExpect(content().string(containsString("Unit " + fixture.unit() + " tidak dikenal.")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void anImportWithoutAnyFileIsRefused() throws Exception {
        web.perform(multipart("/hr/people").with(hr()).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Pilih sedikitnya satu berkas")));
    }

    @Test
    void theExampleFilesCanBeDownloaded() throws Exception {
        web.perform(get("/hr/people/templates/employees.csv").with(hr()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("nip;nama;email")));
        web.perform(get("/hr/people/templates/lain.csv").with(hr())).andExpect(status().isNotFound());
    }

    private static MockMultipartFile part(String name, SourceFile file) {
        return new MockMultipartFile(name, file.name(), "text/csv", file.content());
    }

    private static RequestPostProcessor hr() {
        return user("sdm").authorities(new SimpleGrantedAuthority("HR"));
    }
}
