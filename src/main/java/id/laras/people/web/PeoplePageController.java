package id.laras.people.web;

import id.laras.people.ImportReport;
import id.laras.people.OrganisationTree;
import id.laras.people.PeopleImport;
import id.laras.people.SourceFile;
import id.laras.security.CurrentActor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** HR imports people and sees the units. */
@Controller
@RequestMapping("/hr/people")
class PeoplePageController {

    /** What HR fills in; semicolons and a byte order mark, because that is what Excel opens rightly in Indonesia. */
    private static final Map<String, String> TEMPLATES = Map.of("units.csv", """
            kode;nama;induk
            DINKES;Dinas Kesehatan;
            DINKES-YAN;Bidang Pelayanan Kesehatan;DINKES
            """, "employees.csv", """
            nip;nama;email;jabatan;jenis_jabatan;jenjang;unit;atasan_nip;akun
            196805121994031005;dr. Hendra Wijaya;hendra@contoh.go.id;Kepala Dinas Kesehatan;JPT;;DINKES;;
            199104172015032004;Siti Rahmawati, A.Md.Kep.;siti@contoh.go.id;Perawat;JF;Terampil;DINKES-YAN;196805121994031005;
            """);

    private final PeopleImport people;
    private final OrganisationTree organisation;
    private final CurrentActor actor;

    PeoplePageController(PeopleImport people, OrganisationTree organisation, CurrentActor actor) {
        this.people = people;
        this.organisation = organisation;
        this.actor = actor;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("branches", organisation.branches());
        return "people/people";
    }

    @PostMapping
    ModelAndView importFiles(
            @RequestParam(required = false) MultipartFile units,
            @RequestParam(required = false) MultipartFile employees,
            RedirectAttributes redirect)
            throws IOException {
        if (absent(units) && absent(employees)) {
            return again("people.import.noFile", null);
        }
        var report = people.run(source(units), source(employees), actor.get().account());
        if (!report.accepted()) {
            return again(null, report);
        }
        redirect.addFlashAttribute("report", report);
        return new ModelAndView("redirect:/hr/people");
    }

    private ModelAndView again(String problem, ImportReport report) {
        var page = new ModelAndView("people/people", HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("branches", organisation.branches());
        page.addObject("problem", problem);
        page.addObject("refused", report);
        return page;
    }

    @GetMapping("/templates/{file}")
    ResponseEntity<byte[]> template(@PathVariable String file) {
        var text = TEMPLATES.get(file);
        if (text == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean absent(MultipartFile file) {
        return file == null || file.isEmpty();
    }

    private static SourceFile source(MultipartFile file) throws IOException {
        return absent(file) ? null : new SourceFile(file.getOriginalFilename(), file.getBytes());
    }
}
