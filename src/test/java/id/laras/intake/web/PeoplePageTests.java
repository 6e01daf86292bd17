package id.laras.intake.web;

import static id.laras.CsrfTokens.csrf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.laras.LarasTest;
import id.laras.intake.PeopleImports;
import id.laras.intake.SourceFile;
import id.laras.people.Employees;
import id.laras.people.PeopleFixture;
import id.laras.people.PositionKind;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LarasTest
class PeoplePageTests {

    @Autowired
    MockMvc web;

    @Autowired
    PeopleImports imports;

    @Autowired
    Employees employees;

    private final PeopleFixture fixture = new PeopleFixture();

    @Test
    void hrPreviewsAppliesAndSeesTheUnitsWithTheirHeadCounts() throws Exception {
        var preview = uploaded(part("units", fixture.units()), part("employees", fixture.employees()));
        web.perform(get(preview).with(hr()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Pegawai</span>:")))
                .andExpect(content().string(containsString("Terapkan")))
                .andExpect(content().string(containsString(fixture.nip(2))))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get("/hr/people").with(hr())).andExpect(content().string(not(containsString(fixture.unit()))));

        web.perform(post(preview + "/apply").with(hr()).with(csrf())).andExpect(redirectedUrl(preview));
        waitFor(preview);
        web.perform(get(preview).with(hr()))
                .andExpect(content().string(containsString("Impor selesai.")))
                .andExpect(content().string(not(containsString("Terapkan"))));
        web.perform(get("/hr/people").with(hr()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(fixture.unit())))
                .andExpect(content().string(not(containsString("??"))));
    }

    /** Last days, acting officials of units and positions, and other sheets count since (OpeningTests, ActingOfOneDayTests). */
    @Test
    void theHelpClaimsNothingThatIsNoLongerTrue() throws Exception {
        for (var language : List.of("id", "en")) {
            web.perform(get("/hr/people").param("lang", language).with(hr()))
                    .andExpect(content().string(not(containsString("lembar pertama"))))
                    .andExpect(content().string(not(containsString("first sheet"))))
                    .andExpect(content().string(not(containsString("dicatat dahulu"))))
                    .andExpect(content().string(not(containsString("isimpan dahulu"))))
                    .andExpect(content().string(not(containsString("or later"))))
                    .andExpect(content().string(not(containsString("siklus yang dibuka sesudahnya"))))
                    .andExpect(content().string(not(containsString("cycles opened afterwards"))));
        }
    }

    @Test
    void aRefusedImportListsFileRowColumnAndReasonOnThePageAndAsCsv() throws Exception {
        var preview = uploaded(part("employees", fixture.employees()));
        web.perform(get(preview).with(hr()))
                .andExpect(content().string(containsString("ada 4 kesalahan")))
                .andExpect(content().string(containsString("employees.csv")))
                .andExpect(content().string(containsString("Unit " + fixture.unit() + " tidak dikenal.")))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get(preview + "/errors.csv").with(hr()))
                .andExpect(header().string("Content-Disposition", containsString("kesalahan-impor.csv")))
                .andExpect(content().string(containsString("employees.csv;2;unit (G);Unit " + fixture.unit())));
        web.perform(post(preview + "/apply").with(hr()).with(csrf())).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void theListOfErrorsRunsNothingWhenASpreadsheetOpensIt() throws Exception {
        var preview = uploaded(new MockMultipartFile("units", "=cmd.csv", "text/csv", "kode;nama;x\n".getBytes(UTF_8)));

        web.perform(get(preview + "/errors.csv").with(hr()))
                .andExpect(content().string(containsString("\n'=cmd.csv;1;induk;")));
    }

    @Test
    void aPreviewIsAppliedOnlyOnceItsQuestionsAreConfirmed() throws Exception {
        var preview = uploaded(part("units", fixture.units()), part("employees", sameEmailTwice()));
        web.perform(get(preview).with(hr()))
                .andExpect(content().string(containsString("Surel bersama@kota.go.id juga ada di baris")))
                .andExpect(content().string(containsString("name=\"confirmed\"")))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get(preview + "/errors.csv").with(hr()))
                .andExpect(content().string(containsString("employees.csv;2;email (C);Surel bersama@kota.go.id")));

        web.perform(post(preview + "/apply").with(hr()).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Ada 2 hal yang ditanyakan")))
                .andExpect(content().string(containsString("Surel bersama@kota.go.id juga ada di baris")));
        web.perform(post(preview + "/apply")
                        .param("confirmed", "true")
                        .with(hr())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private SourceFile sameEmailTwice() {
        var text = new String(fixture.employees().content(), UTF_8)
                .replace("Sri Wahyuni,", "Sri Wahyuni,bersama@kota.go.id")
                .replace("Hendra Wijaya,", "Hendra Wijaya,Bersama@kota.go.id");
        return PeopleFixture.file("employees.csv", text);
    }

    @Test
    void anOutsideSuperiorIsEnteredOnThePageWithWhomTheyRate() throws Exception {
        apply(uploaded(part("units", fixture.units()), part("employees", fixture.employees())));
        var code = "WALIKOTA" + fixture.unit().substring(4);

        var preview = outside(code, "Hj. Ratih; M.M.", "Wali Kota", fixture.nip(0))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(employees.existsById(code)).isFalse();
        web.perform(get(preview).with(hr()))
                .andExpect(content().string(containsString("atasan-luar-asn.csv")))
                .andExpect(content().string(containsString(code)))
                .andExpect(content().string(not(containsString("??"))));

        apply(preview);
        assertThat(employees.findById(code).orElseThrow().name()).isEqualTo("Hj. Ratih; M.M.");
        assertThat(employees.findById(code).orElseThrow().positionKind()).isEqualTo(PositionKind.LUAR_ASN);
        var head = employees.findById(fixture.nip(0)).orElseThrow();
        assertThat(head.superiorNip()).isEqualTo(code);
        assertThat(head.unitCode()).isEqualTo(fixture.unit());
    }

    @Test
    void whatIsWrongInThatFormIsSaidAndNothingTypedIsLost() throws Exception {
        outside("12", "=1+1", "Wali Kota", "197001012000011777\n")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tidak ada pegawai dengan NIP")))
                .andExpect(content().string(containsString("value=\"=1+1\"")))
                .andExpect(content().string(containsString("197001012000011777")));
        outside("12", "=1+1", "Wali Kota", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("memakai kode sebagai ganti NIP")))
                .andExpect(content().string(containsString("dapat dijalankan sebagai rumus")))
                .andExpect(content().string(containsString("value=\"12\"")))
                .andExpect(content().string(not(containsString("??"))));
    }

    private ResultActions outside(String code, String name, String position, String below) throws Exception {
        return web.perform(post("/hr/people/outside")
                .param("code", code)
                .param("name", name)
                .param("position", position)
                .param("below", below)
                .with(hr())
                .with(csrf()));
    }

    private void apply(String preview) throws Exception {
        web.perform(post(preview + "/apply").with(hr()).with(csrf())).andExpect(redirectedUrl(preview));
        waitFor(preview);
    }

    @Test
    void aPreviewIsForWhomeverUploadedItAlone() throws Exception {
        var preview = uploaded(part("units", fixture.units()));
        var other = user("sdm2").authorities(new SimpleGrantedAuthority("HR"));

        web.perform(get(preview).with(other)).andExpect(status().isNotFound());
        web.perform(get(preview + "/progress").with(other)).andExpect(status().isNotFound());
        web.perform(get(preview + "/errors.csv").with(other)).andExpect(status().isNotFound());
        web.perform(post(preview + "/apply").with(other).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void aFileNameIsShownAsTextWithoutItsFolders() throws Exception {
        var preview = uploaded(new MockMultipartFile(
                "units",
                "../../etc/<script>alert(1)<\u202Eb>.csv",
                "text/csv",
                fixture.units().content()));
        web.perform(get(preview).with(hr()))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;b&gt;.csv")))
                .andExpect(content().string(not(containsString("etc/"))))
                .andExpect(content().string(not(containsString("<script>alert"))));
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
        web.perform(get("/hr/people/templates/acting.csv").with(hr()))
                .andExpect(content().string(containsString("pelaksana_nip;mulai;sampai")));
        web.perform(get("/hr/people/templates/lain.csv").with(hr())).andExpect(status().isNotFound());
    }

    @Test
    void everyExampleCanBeReadBackInBothFormats() throws Exception {
        for (var format : List.of("csv", "xlsx")) {
            var files = new ArrayList<MockMultipartFile>();
            for (var table : List.of("units", "positions", "employees", "acting")) {
                var bytes = web.perform(get("/hr/people/templates/" + table + "." + format)
                                .with(hr()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
                files.add(new MockMultipartFile(table, table + "." + format, null, bytes));
            }
            web.perform(get(uploaded(files.toArray(MockMultipartFile[]::new))).with(hr()))
                    .andExpect(content().string(containsString("Terapkan")))
                    .andExpect(content().string(containsString("KERJASAMA:2")))
                    .andExpect(content().string(containsString("2026-06-30")));
        }
    }

    private String uploaded(MockMultipartFile... files) throws Exception {
        var upload = multipart("/hr/people");
        for (var file : files) {
            upload.file(file);
        }
        var preview = web.perform(upload.with(hr()).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        waitFor(preview);
        return preview;
    }

    private void waitFor(String preview) throws Exception {
        imports.running(preview.substring(preview.lastIndexOf('/') + 1), new Actor("sdm", Set.of(Role.HR)))
                .orElseThrow()
                .get(1, TimeUnit.MINUTES);
    }

    private static MockMultipartFile part(String name, SourceFile file) {
        return new MockMultipartFile(name, file.name(), "text/csv", file.content());
    }

    private static RequestPostProcessor hr() {
        return user("sdm").authorities(new SimpleGrantedAuthority("HR"));
    }
}
