package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import id.laras.cycle.Scheme;
import id.laras.engine.TaskDesk;
import id.laras.lifecycle.Answers;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two windows, a session that ends and a network that fails: what was typed into a form is there again. */
class NothingIsLostInBrowserTests extends BrowserWalk {

    private static final String FULL = """
            () => {
              Storage.prototype.setItem = () => {
                throw new DOMException('full', 'QuotaExceededError');
              };
            }""";

    @Autowired
    TaskDesk tasks;

    @BeforeEach
    void settle() {
        people = town.organisation();
        town.letIn(people, PASSWORD);
        scheme = Scheme.QUADRANT;
    }

    @Test
    void aFormKeepsItsTextOverTwoWindowsSessionEndAndLostNetwork() {
        var form = formToReturn();
        form.set("decision", "RETURN").set("remark", "pertama").draftKept();

        var second = form.anotherTab().open(taskId());
        second.set("remark", "kedua").keepDraft();
        form.set("remark", "pertama lagi");
        var choice = form.field("choice");
        assertThat(choice).containsText("Ada 2 isian Anda");
        form.picture("two-texts");
        // what is typed a moment before one looks at the other text is not left behind
        form.page().context().setOffline(true);
        form.set("remark", "pertama lagi, diteruskan").press("Lihat isian yang lain");
        assertThat(choice).containsText("belum tersimpan");
        form.page().context().setOffline(false);
        form.press("Lihat isian yang lain");
        assertThat(remark(form)).hasValue("kedua");
        assertThat(form.sendRefused()).contains("Pilih dahulu");
        form.press("Lihat isian yang lain");
        assertThat(remark(form)).hasValue("pertama lagi, diteruskan");
        form.press("Pakai isian yang tampil").draftKept();
        assertThat(choice).hasCount(0);
        assertThat(remark(form)).hasValue("pertama lagi, diteruskan");
        // its text is not lost, and it is told of the other before it sends
        assertThat(second.sendRefused()).contains("jendela lain");
        assertThat(second.field("choice")).isVisible();
        second.press("Lihat isian yang lain");
        assertThat(remark(second)).hasValue("pertama lagi, diteruskan");
        second.page().close();

        form.commenting().click();
        var comment = form.page().locator("#comment-form-message");
        comment.fill("komentar yang belum dikirim");
        form.page().keyboard().press("Escape");
        endSession(form);
        remark(form).fill("sesudah sesi berakhir");
        var page = form.page();
        var again = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masuk lagi"));
        assertThat(again).isVisible();
        form.picture("session-ended");
        assertThat(page.locator("[name=signinForm]")).hasCount(0);
        assertThat(remark(form)).hasValue("sesudah sesi berakhir");
        again.click();
        logIn(page, people.supervisor());
        assertThat(remark(form)).hasValue("sesudah sesi berakhir");
        // the second window's text stands beside it still
        form.press("Pakai isian yang tampil").draftKept();
        assertThat(choice).hasCount(0);

        form.commenting().click();
        assertThat(comment).hasValue("komentar yang belum dikirim");
        page.keyboard().press("Escape");

        page.context().setOffline(true);
        assertThat(form.sendRefused())
                .contains("tidak terjangkau", "tidak hilang")
                .doesNotContain("terminated");
        assertThat(remark(form)).hasValue("sesudah sesi berakhir");
        page.context().setOffline(false);
        form.send();
        // but the comment, which was not sent
        assertThat((Integer) page.evaluate("sessionStorage.length")).isEqualTo(1);
        assertThat(form.faults()).isEmpty();
    }

    @Test
    void onAPhoneWithASlowNetworkAndAnEndedSessionEveryLetterArrives() {
        var form = formToReturn(Desk.PHONE);
        var page = form.page();
        form.set("decision", "RETURN").set("remark", "ketikan pertama").keepDraft();
        endSession(form);
        remark(form).fill("ketikan pertama, sesi berakhir");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masuk lagi"))
                .click();
        logIn(page, people.supervisor());
        assertThat(remark(form)).hasValue("ketikan pertama, sesi berakhir");
        form.draftKept();

        slow(page);
        // each letter comes while the one before is on its way
        remark(form).pressSequentially(", jaringan lambat", new Locator.PressSequentiallyOptions().setDelay(60));
        assertThat(page.locator(".form-pane .draft")).containsText("Menyimpan draf");
        remark(form).press("End");
        remark(form).pressSequentially(", masih mengetik", new Locator.PressSequentiallyOptions().setDelay(60));
        form.action().click();
        assertThat(form.action()).hasText("Memeriksa jawaban …");
        assertThat(form.action()).hasAttribute("aria-disabled", "true");
        assertThat(page.locator(".form-pane .draft")).containsText("Memeriksa jawaban");
        form.picture("busy");
        // a second press, and a letter that comes while the server looks
        form.action().dispatchEvent("click");
        remark(form).pressSequentially(".");
        assertThat(page.locator("laras-toast")).containsText("Terkirim");
        assertThat(task(people.staf(), Step.DRAFT_TARGETS).page().locator(".form-pane .body"))
                .containsText("ketikan pertama, sesi berakhir, jaringan lambat, masih mengetik.");
        assertThat(form.faults()).isEmpty();
    }

    @Test
    void aBrowserThatCannotKeepAnythingSaysSoAndLosesNothing() {
        var form = formToReturn();
        var page = form.page();
        page.evaluate(FULL);
        endSession(form);
        form.set("decision", "RETURN").set("remark", "hanya di sini");
        var dialog = page.locator("dialog.laras-session");
        assertThat(dialog).containsText("tidak dapat menyimpan");
        var goOn = dialog.getByText("Sudah masuk, lanjutkan");
        goOn.click();
        assertThat(dialog).containsText("belum masuk");
        assertThat(page.locator(".form-pane .draft")).containsText("Jangan tutup");
        var beside =
                page.waitForPopup(() -> dialog.getByText("Masuk di tab baru").click());
        logIn(beside, people.supervisor());
        beside.waitForURL(url -> !url.contains("/login"));
        beside.close();
        goOn.click();
        assertThat(dialog).hasCount(0);
        form.draftKept();
        assertThat(remark(form)).hasValue("hanya di sini");
        form.send();
    }

    @Test
    void whatHasNoPlaceInTheFormAnyMoreIsReadBesideIt() {
        var form = formToReturn();
        form.set("decision", "RETURN").set("remark", "tetap di tempatnya").keepDraft();
        keepDraft(
                "{\"decision\":\"RETURN\",\"leaderExpectation\":\"\",\"remark\":\"tetap di tempatnya\",\"remarks\":"
                        + "{\"hasil-yang-dihapus\":\"catatan untuk hasil yang dihapus\"},\"lama\":{\"kolom\":\"isian kolom lama\"}}");
        form.open(taskId());
        var left = form.field("homeless");
        assertThat(left.locator("textarea")).hasValue("catatan untuk hasil yang dihapus\n\nisian kolom lama");
        form.picture("homeless").hasNoBarrier("homeless");
        form.page().setViewportSize(Desk.PHONE, 740);
        form.picture("homeless").hasNoBarrier("homeless");
        assertThat(remark(form)).hasValue("tetap di tempatnya");
        // it is still there when the rest has been typed on and saved
        form.set("remark", "tetap di tempatnya, diteruskan").keepDraft().open(taskId());
        assertThat(left.locator("textarea")).hasValue("catatan untuk hasil yang dihapus\n\nisian kolom lama");
        assertThat(form.sendRefused()).contains("Baca dahulu");
        form.press("Sudah saya baca, hapus");
        assertThat(left).hasCount(0);
        form.send();
        assertThat(form.faults()).isEmpty();
    }

    @Test
    void whoLogsOutRightAfterTypingFindsItAgain() {
        var form = formToReturn();
        var page = form.page();
        form.set("decision", "RETURN").set("remark", "ketikan terakhir");
        page.locator("[cam-widget-header] .account a").first().click();
        page.locator("[cam-widget-header] .logout a").click();
        page.waitForURL(url -> url.contains("/login"));
        assertThat((Boolean) page.evaluate("JSON.stringify(sessionStorage).includes('ketikan')"))
                .isFalse();
        logIn(page, people.supervisor());
        page.waitForURL(url -> !url.contains("/login"));
        assertThat(remark(form.open(taskId()))).hasValue("ketikan terakhir");
    }

    @Test
    void nobodyElseReadsWhatWasTypedBeforeTheSessionEnded() {
        var form = formToReturn();
        var page = form.page();
        // in another tab: whoever typed here is told, instead of being sent to reload the page
        logInBeside(form, people.peer());
        form.set("decision", "RETURN").set("remark", "hanya untuk atasan");
        assertThat(page.locator(".form-pane .draft")).containsText("orang lain sudah masuk");
        assertThat(form.sendRefused())
                .contains("orang lain sudah masuk")
                .doesNotContain("Muat ulang daftar", "sudah selesai");
        logInBeside(form, people.supervisor());
        assertThat(remark(form.open(taskId()))).hasValue("hanya untuk atasan");

        endSession(form);
        form.set("remark", "hanya untuk atasan");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masuk lagi"))
                .click();
        logIn(page, people.peer());
        assertThat(page.locator(".tasks-list")).isVisible();
        page.waitForCondition(() ->
                !page.evaluate("JSON.stringify(sessionStorage)").toString().contains("hanya"));
        assertThat(page.locator("[cam-tasklist-form]")).hasCount(0);
    }

    @Test
    void whatIsTypedWhileTheAnswerIsForeseenIsSentToo() {
        var form = formToReturn();
        form.set("decision", "RETURN").set("remark", "Belum memakai ukuran.").keepDraft();
        var held = new ArrayList<Route>();
        // Not "once": a route that is over lets go of what it holds.
        form.page().route("**/preview", route -> {
            if (held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        form.action().click();
        form.page().waitForCondition(() -> !held.isEmpty());
        form.set("remark", "Belum memakai ukuran, dan belum bertenggat.");
        held.get(0).resume();
        assertThat(form.page().locator("laras-toast")).containsText("Terkirim");

        assertThat(task(people.staf(), Step.DRAFT_TARGETS).page().locator(".form-pane .body"))
                .containsText("Belum memakai ukuran, dan belum bertenggat.");
        assertThat(form.faults()).isEmpty();
    }

    private Desk formToReturn() {
        return formToReturn(Desk.WIDE);
    }

    private Desk formToReturn(int width) {
        id = town.openForStaf(people, scheme);
        walker.complete(id, Step.DRAFT_TARGETS, new Answers(scheme).targets());
        desks.put(people.supervisor(), new Desk(browser, port, people.supervisor(), width));
        return task(people.supervisor(), Step.APPROVE_TARGETS);
    }

    /** As a phone in a village has it. */
    private static void slow(Page page) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 700);
        conditions.addProperty("downloadThroughput", 60_000);
        conditions.addProperty("uploadThroughput", 20_000);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", conditions);
    }

    private String taskId() {
        return walker.task(id, Step.APPROVE_TARGETS).getId();
    }

    private void keepDraft(String draft) {
        var supervisor = new Actor(people.supervisor(), Set.of(Role.STAFF));
        var seen = tasks.open(taskId(), supervisor).orElseThrow().draftVersion();
        tasks.keepDraft(taskId(), supervisor, draft, seen, List.of()).orElseThrow();
    }

    private static Locator remark(Desk desk) {
        return desk.field("remark").locator("textarea");
    }
}
