package id.laras.security;

import id.laras.TestPeople;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each endpoint of ours would take, so that a refusal is about who asks and not about what they sent. */
final class EndpointBodies {

    private static final String REASON = "reason=Ada+alasan+yang+cukup+panjang";

    private EndpointBodies() {}

    /** How a body goes out: as a form, as JSON, as a file, or none at all. */
    sealed interface Body {

        record Form(String fields) implements Body {}

        record Json(String text) implements Body {}

        record Upload(String field, String name, String content) implements Body {}
    }

    static final Map<String, Body> BODIES = bodies();

    private static Map<String, Body> bodies() {
        var bodies = new LinkedHashMap<String, Body>();
        var nothing = new Body.Form("");
        var days = "first={day}&last={day}";
        bodies.put(
                "POST /account/password",
                new Body.Form(
                        "old=" + TestPeople.PASSWORD + "&password=kuda+hitam+lari+pagi&again=kuda+hitam+lari+pagi"));
        bodies.put("POST /account/password/sessions", new Body.Form("password=" + TestPeople.PASSWORD));
        bodies.put(
                "POST /code",
                new Body.Form(
                        "account={staf}&code=ABCDE-ABCDE-ABCDE-ABCDE&password=kuda+hitam+lari+pagi&again=kuda+hitam+lari+pagi"));
        bodies.put("POST /account/changes/{id}/confirm", nothing);
        bodies.put("POST /account/changes/{id}/refuse", nothing);
        bodies.put("POST /account/tokens", new Body.Form("name=mesin&lastDay={day}&password=" + TestPeople.PASSWORD));
        bodies.put("POST /account/tokens/{id}/revoke", nothing);
        bodies.put(
                "POST /account/substitutes",
                new Body.Form("substitute={sealedStranger}&kinds=CHECK_INS&first={later}&last={later}"));
        bodies.put("POST /account/substitutes/{id}/end", nothing);
        bodies.put("POST /account/substitutes/tasks/{taskId}/return", nothing);
        bodies.put(
                "POST /api/substitutions",
                new Body.Json(
                        "{\"substitute\":\"{sealedStranger}\",\"first\":\"{latest}\",\"last\":\"{latest}\",\"kinds\":[\"CHECK_INS\"]}"));
        bodies.put(
                "POST /hr/substitutes",
                new Body.Form(
                        "person={sealedKabid}&substitute={sealedStranger}&kinds=CHECK_INS&first={later}&last={later}&"
                                + REASON));
        bodies.put("POST /hr/substitutes/{id}/end", nothing);
        bodies.put(
                "POST /api/hr/substitutions",
                new Body.Json(
                        "{\"person\":\"{kabid}\",\"substitution\":{\"substitute\":\"{stranger}\",\"first\":\"{latest}\",\"last\":\"{latest}\",\"kinds\":[\"CHECK_INS\"]},\"reason\":\"Ada alasan yang cukup panjang\"}"));
        bodies.put("POST /evaluations/{id}/revision", nothing);
        bodies.put("PUT /api/tasks/{taskId}/draft", new Body.Json("{\"behaviourExpectation\":\"Tertanam\"}"));
        bodies.put(
                "POST /api/tasks/{taskId}/preview",
                new Body.Json(
                        "{\"behaviourExpectation\":\"Ramah melayani warga.\",\"results\":[{\"kind\":\"MAIN\",\"title\":\"Pelayanan imunisasi\","
                                + "\"perspective\":\"STAKEHOLDER\",\"indicators\":[{\"aspect\":\"QUANTITY\",\"name\":\"Anak terimunisasi\","
                                + "\"target\":\"200\",\"unit\":\"anak\",\"direction\":\"HIGHER\"}]}]}"));
        bodies.put("POST /api/evaluations/{evaluationId}/files", new Body.Upload("file", "bukti.pdf", "%PDF-1.4"));
        bodies.put("POST /hr/people", new Body.Upload("units", "unit.csv", "kode,nama,induk\nX2,Unit X2,\n"));
        bodies.put("POST /design/upload", new Body.Upload("files", "kosong.bpmn", "<x/>"));
        bodies.put("POST /design/waiting/{id}/approve", nothing);
        bodies.put("POST /design/waiting/{id}/decline", nothing);
        bodies.put("POST /hr/people/outside", new Body.Form("code=BUPATIX&name=Ratih&position=Bupati"));
        bodies.put("POST /hr/people/waiting/{id}/approve", new Body.Form("people=x"));
        bodies.put("POST /hr/people/waiting/{id}/refuse", nothing);
        bodies.put("POST /hr/people/imports/{id}/apply", nothing);
        bodies.put("POST /api/hr/imports", new Body.Upload("units", "unit.csv", "kode,nama,induk\nX2,Unit X2,\n"));
        bodies.put("POST /api/hr/imports/{id}/apply", nothing);
        bodies.put("POST /hr/lines/absences", new Body.Form("nip={nip}&kind=LONG_LEAVE&" + days));
        bodies.put("POST /hr/lines/actings", new Body.Form("official={nip}&acting={actingNip}&kind=PLH&" + days));
        bodies.put("POST /hr/lines/evaluations/{id}/choice", new Body.Form("choice=MOVE&" + REASON));
        bodies.put(
                "POST /hr/lines/evaluations/{id}/period",
                new Body.Form("first={cycleFirst}&last={latest}&kind=MOVED&" + REASON));
        bodies.put("POST /hr/lines/evaluations/{id}/reopening", new Body.Form(REASON));
        bodies.put("POST /hr/lines/evaluations/{id}/end", new Body.Form("kind=MOVED&" + REASON));
        bodies.put(
                "POST /hr/cycles",
                new Body.Form(
                        "name=Siklus+{stranger}&kind=ANNUAL&scheme=QUADRANT&firstDay={year}-01-01&lastDay={year}-12-31"
                                + "&targetsDue={year}-01-31&checkInMonths=3&assessmentOpens={year}-12-01&feedbackCloses={year}-12-14"
                                + "&assessmentDue={year}-12-16&calibrationDue={year}-12-31"));
        bodies.put("POST /hr/tasks/{taskId}", new Body.Form("nip={nip}&" + REASON));
        bodies.put("POST /hr/cycles/{id}/opening", new Body.Form("unit=H{number}"));
        bodies.put("POST /hr/cycles/{id}/change", new Body.Form("targetsDue={later}&" + REASON));
        bodies.put("POST /hr/cycles/{id}/withdrawal", new Body.Form("why=Ada+alasan"));
        bodies.put("POST /hr/cycles/{id}/following", nothing);
        bodies.put("POST /hr/cycles/{id}/predicates", new Body.Form("predicate-B{number}=GOOD"));
        bodies.put("POST /hr/retention/cycles/{id}", new Body.Form("confirmation=x&" + REASON));
        bodies.put("POST /hr/retention/people/{account}", new Body.Form("confirmation=x&" + REASON));
        bodies.put("POST /hr/incidents/{incidentId}/retry", nothing);
        bodies.put("POST /admin/accounts", new Body.Form("name={new}&displayName=Orang+Baru"));
        bodies.put("POST /admin/accounts/{name}/code", nothing);
        bodies.put("POST /admin/accounts/{name}/roles", new Body.Form("roles=HR&roles=ADMIN"));
        bodies.put("POST /admin/accounts/{name}/close", nothing);
        bodies.put("POST /admin/accounts/{name}/sessions", nothing);
        bodies.put("POST /admin/accounts/{name}/open", nothing);
        bodies.put("POST /admin/accounts/{name}/directory", nothing);
        bodies.put("POST /admin/tokens/{id}/revoke", nothing);
        return bodies;
    }
}
