package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.intake.ImportChange;
import id.laras.intake.WaitingImports;
import id.laras.people.Nips;
import id.laras.rules.Refusal;
import id.laras.security.PrivilegedChange.State;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** Rows that favour whoever imported them wait for somebody else, who is told everything and favoured by nothing. */
@LarasTest
@Tag("database")
@Tag("walk")
class SecondPersonOfImportsTests extends ImportAttackScene {

    @Autowired
    PrivilegedChanges changes;

    @Test
    void whoWaitsTakesAlongWhatCannotBeWithoutThem() {
        var nip = people.nip(0);
        var below = Nips.of(2006, n);
        var report = run(employees(below + ",Di bawahnya,,Analis,JA,,H" + n + "," + nip + ",bawahbaru" + n + "\n" + nip
                + ",Baru,,Analis,JA,,H" + n + "," + people.nip(8) + ",baru" + n + "\n"));

        assertThat(report).isEqualTo(2);
        var admin = new Actor(testPeople.account("pengelola" + n, Role.ADMIN), Set.of(Role.STAFF, Role.ADMIN));
        assertThat(waiting.find(waitingOf(people.hr()), admin).orElseThrow().changes())
                .as("the second person sees first what names whoever imported")
                .extracting(ImportChange::key)
                .containsExactly(nip, below);
        assertThat(employees.existsById(below)).isFalse();
    }

    @Test
    void theSecondPersonIsToldWhatWhoeverImportedWasAsked() {
        var mail = "surel" + n + "@kota.go.id";
        assertThat(run(employees(people.nip(0) + ",Baru," + mail + ",Analis,JA,,H" + n + "," + people.nip(8) + ",baru"
                        + n + "\n" + Nips.of(2006, n) + ",Lain," + mail + ",Analis,JA,,H" + n + "," + people.nip(2)
                        + ",lain" + n + "\n")))
                .isOne();
        var admin = new Actor(testPeople.account("pengelola" + n, Role.ADMIN), Set.of(Role.STAFF, Role.ADMIN));
        assertThat(waiting.find(waitingOf(people.hr()), admin).orElseThrow().questions())
                .extracting(question -> question.reason().key())
                .containsExactly("people.notice.email");
    }

    @Test
    void onlySomebodyElseAgreesAndTheTrailKeepsEveryLine() {
        testPeople.account("sdmdua" + n, Role.HR);
        towns.letIn(people, TestPeople.PASSWORD);
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        var id = waitingOf(people.hr());

        var self = HttpPerson.loggedIn(port, people.hr());
        assertThat(self.page("/hr/people/waiting/" + id).body())
                .contains("Tarik kembali")
                .doesNotContain("Setujui dan");
        assertThat(decide(self, id, "approve", fingerprint(id)).statusCode()).isEqualTo(422);
        for (var other : List.of(people.staf(), testPeople.account("inspektur" + n, Role.AUDITOR))) {
            assertThat(decide(HttpPerson.loggedIn(port, other), id, "approve", fingerprint(id))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(superior(3)).isEqualTo(people.nip(2));

        var second = HttpPerson.loggedIn(port, "sdmdua" + n);
        assertThat(second.page("/").body()).contains("menunggu persetujuan orang kedua");
        assertThat(second.page("/hr/people/waiting").body()).contains("Sari Wulandari " + n);
        assertThat(second.page("/hr/people/waiting/" + id).body())
                .contains("<del>" + people.nip(2) + "</del>", "<ins>" + people.nip(8) + "</ins>");
        assertThat(decide(second, id, "approve", "another").statusCode()).isEqualTo(422);
        assertThat(decide(second, id, "approve", fingerprint(id)).statusCode()).isEqualTo(302);
        assertThat(superior(3)).isEqualTo(people.nip(8));
        assertThat(decide(second, id, "approve", fingerprint(id)).statusCode()).isEqualTo(422);

        assertThat(deeds("sdmdua" + n))
                .anyMatch(deed -> deed.contains("\"askedBy\":\"" + people.hr() + "\""))
                .anyMatch(deed -> deed.contains("{\"column\":\"atasan_nip\",\"from\":\"" + people.nip(2)
                        + "\",\"to\":\"" + people.nip(8) + "\"}"));
        assertThat(deeds(people.hr())).anyMatch(deed -> deed.contains("\"waiting\":1"));
    }

    @Test
    void theAdministratorAgreesToo() {
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        var id = waitingOf(people.hr());
        var admin = new Actor(testPeople.account("pengelola" + n, Role.ADMIN), Set.of(Role.STAFF, Role.ADMIN));

        waiting.approve(id, waiting.find(id, admin).orElseThrow().fingerprint(), admin);
        assertThat(superior(3)).isEqualTo(people.nip(8));
    }

    @Test
    void twoWhomTheSameRowsFavourDoNotAgreeForEachOther() {
        accounts.grant(people.peer(), Role.HR);
        assertThat(run(employees(row(3, "B", people.nip(8), "staf") + row(8, "H", people.nip(4), "sdm"))))
                .isEqualTo(2);
        var id = waitingOf(people.hr());
        var friend = new Actor(people.peer(), Set.of(Role.STAFF, Role.HR));

        var shown = waiting.find(id, friend).orElseThrow();
        assertThat(shown.problems()).extracting(Refusal.Problem::key).containsExactly("people.waiting.favoursYou");
        assertThatThrownBy(() -> waiting.approve(id, shown.fingerprint(), friend))
                .isInstanceOf(Refusal.class)
                .hasMessage("people.waiting.favoursYou");
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void nobodyDecidesWhoseOwnRoleIsInDoubtAndItIsSaid() {
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        var id = waitingOf(people.hr());
        var maker = administrator("pengelola");
        var creature = new Actor(testPeople.account("boneka" + n, Role.HR), Set.of(Role.STAFF, Role.HR));
        var given = givenAlone(creature.account(), maker.account());

        decidesNothing(id, creature, "people.waiting.inDoubt");
        var page = HttpPerson.loggedIn(port, creature.account());
        assertThat(page.page("/hr/people/waiting/" + id).body())
                .contains("satu administrator sendirian")
                .doesNotContain("Setujui dan", "Tolak</button>");
        decideOn(given, State.CONFIRMED);
        approve(id, creature);
        assertThat(superior(3)).isEqualTo(people.nip(8));
    }

    @Test
    void whoAloneMadeTheImporterHrAgreesToNothingOfTheirs() {
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        var id = waitingOf(people.hr());
        var maker = administrator("pengelola");
        var given = givenAlone(people.hr(), maker.account());

        decidesNothing(id, maker, "people.waiting.yourCreature");
        jdbc.update("delete from account_role where account_name = ? and role = 'HR'", people.hr());
        for (var takenBack : List.of(State.WITHDRAWN, State.UNDONE)) {
            decideOn(given, takenBack);
            decidesNothing(id, maker, "people.waiting.yourCreature");
        }
        approve(id, administrator("pengeloladua"));
        assertThat(superior(3)).isEqualTo(people.nip(8));
    }

    @Test
    void whoseRoleIsInDoubtStillWithdrawsWhatIsTheirOwn() {
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        var given = givenAlone(people.hr(), administrator("pengelola").account());

        waiting.refuse(waitingOf(people.hr()), new Actor(people.hr(), Set.of(Role.STAFF, Role.HR)));
        assertThat(waiting.find(new Actor(people.hr(), Set.of(Role.HR)), PageRequest.of(0, 1000)))
                .noneMatch(WaitingImports.Waiting::own);
        decideOn(given, State.UNDONE);
    }

    @Test
    void whatIsRefusedOrWithdrawnIsGone() {
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        assertThat(run(employees(row(3, "B", people.nip(8), "staf"))))
                .as("the same once more")
                .isOne();
        assertThat(run(employees(row(5, "H", people.nip(2), "rekanlain") + row(3, "B", people.nip(8), "staf"))))
                .as("and on another line")
                .isOne();
        var id = waitingOf(people.hr());
        var hr = new Actor(people.hr(), Set.of(Role.HR));

        waiting.refuse(id, hr);
        assertThat(waiting.find(id, hr)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from waiting_import where asked_by = ?", Long.class, people.hr()))
                .isZero();
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void theApiAndThePageSayInThePreviewWhatWillWait() {
        towns.letIn(people, TestPeople.PASSWORD);
        var hr = HttpPerson.loggedIn(port, people.hr());
        var file = EMPLOYEES + row(3, "B", people.nip(8), "staf");

        var preview = HttpPerson.parse(hr.multipart("/api/hr/imports", "employees", "pegawai.csv", file)
                .body());
        assertThat(preview.at("/stage").asText()).isEqualTo("READY");
        assertThat(preview.at("/changes")).isEmpty();
        assertThat(preview.at("/waiting/0/key").asText()).isEqualTo(people.nip(3));
        var id = preview.at("/id").asText();
        assertThat(hr.page("/hr/people/imports/" + id).body())
                .contains("Menunggu persetujuan orang kedua (1)", people.nip(3))
                .doesNotContain("??");
        assertThat(hr.post("/api/hr/imports/" + id + "/apply?confirmed=true", "{}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(superior(3)).isEqualTo(people.nip(2));
        assertThat(waitingOf(people.hr())).isNotNull();
    }

    private Actor administrator(String name) {
        return new Actor(testPeople.account(name + n, Role.ADMIN), Set.of(Role.STAFF, Role.ADMIN));
    }

    private PrivilegedChange givenAlone(String account, String by) {
        return changes.save(new PrivilegedChange(
                UUID.randomUUID().toString(),
                PrivilegedChange.Kind.GIVE,
                account,
                Set.of(Role.HR),
                Set.of(),
                State.STANDING,
                by,
                clock.instant()));
    }

    private void decideOn(PrivilegedChange given, State decision) {
        var change = changes.findById(given.id()).orElseThrow();
        change.decide(decision, "ujipenonton", clock.instant());
        changes.save(change);
    }

    private void decidesNothing(String id, Actor actor, String why) {
        var shown = waiting.find(id, actor).orElseThrow();
        assertThat(shown.problems()).extracting(Refusal.Problem::key).containsExactly(why);
        assertThat(shown.mayRefuse()).isFalse();
        assertThatThrownBy(() -> waiting.approve(id, shown.fingerprint(), actor))
                .hasMessage(why);
        assertThatThrownBy(() -> waiting.refuse(id, actor)).hasMessage(why);
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    private void approve(String id, Actor actor) {
        waiting.approve(id, waiting.find(id, actor).orElseThrow().fingerprint(), actor);
    }

    private List<String> deeds(String account) {
        return jdbc.queryForList(
                "select answer from trail_entry where actor = ? and what like 'people.%'", String.class, account);
    }

    private String fingerprint(String id) {
        var reader = new Actor("siapa", Set.of(Role.HR));
        return waiting.find(id, reader).map(WaitingImports.Details::fingerprint).orElse("");
    }

    private static HttpResponse<String> decide(HttpPerson person, String id, String what, String fingerprint) {
        return person.form("/hr/people/waiting/" + id + "/" + what, "people=" + fingerprint);
    }
}
