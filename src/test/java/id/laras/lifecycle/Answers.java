package id.laras.lifecycle;

import id.laras.cycle.Scheme;
import id.laras.target.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What people answer in the forms: the JSON of docs/lifecycle.md, as maps. */
public final class Answers {

    private static final List<String> VALUES =
            List.of("SERVICE_ORIENTED", "ACCOUNTABLE", "COMPETENT", "HARMONIOUS", "LOYAL", "ADAPTIVE", "COLLABORATIVE");

    private final Scheme scheme;

    public Answers(Scheme scheme) {
        this.scheme = scheme;
    }

    public Map<String, Object> targets() {
        return Map.of(
                "behaviourExpectation",
                "Melayani warga dengan ramah dan cepat.",
                "results",
                List.of(
                        result(
                                "MAIN",
                                "Pelayanan imunisasi tepat waktu",
                                List.of(
                                        indicator("QUANTITY", "Anak terimunisasi", "200", "anak", "HIGHER", "60"),
                                        indicator("TIME", "Waktu tunggu", "30", "menit", "LOWER", "25"))),
                        result(
                                "ADDITIONAL",
                                "Pelatihan kader posyandu",
                                List.of(indicator("QUALITY", "Kader lulus", "20", "orang", "HIGHER", "15")))));
    }

    private static Map<String, Object> result(String kind, String title, List<Map<String, Object>> indicators) {
        return Map.of("kind", kind, "title", title, "perspective", "STAKEHOLDER", "indicators", indicators);
    }

    private Map<String, Object> indicator(
            String aspect, String name, String target, String unit, String direction, String weight) {
        Map<String, Object> indicator = new HashMap<>(
                Map.of("aspect", aspect, "name", name, "target", target, "unit", unit, "direction", direction));
        if (scheme == Scheme.NUMERIC) {
            indicator.put("weight", weight);
        }
        return indicator;
    }

    public Map<String, Object> approval() {
        return Map.of("approved", true, "leaderExpectation", "Utamakan keselamatan.", "remarks", List.of());
    }

    public Map<String, Object> checkIn(Plan plan) {
        return Map.of(
                "note",
                "Sesuai rencana.",
                "progress",
                indicators(plan)
                        .map(indicator -> Map.of("indicatorId", indicator.id(), "value", "10", "note", ""))
                        .toList());
    }

    public Map<String, Object> selfAssessment(Plan plan) {
        return Map.of(
                "realisations",
                indicators(plan)
                        .map(indicator -> Map.of(
                                "indicatorId",
                                indicator.id(),
                                "value",
                                indicator.target().toPlainString(),
                                "note",
                                "",
                                "evidence",
                                List.of(Map.of("link", "https://contoh.go.id/laporan"))))
                        .toList(),
                "behaviour",
                values("MEETS", "100"));
    }

    public Map<String, Object> feedback(String rating, String score) {
        return Map.of("behaviour", values(rating, score), "comment", "Rekan kerja yang dapat diandalkan.");
    }

    /** The assessor's rating: one of ABOVE, MEETS, BELOW, and the score that stands for it in NUMERIC. */
    public Map<String, Object> rating(Plan plan, String rating, String score) {
        if (scheme == Scheme.QUADRANT) {
            return Map.of(
                    "workResult", Map.of("rating", rating, "reason", "Menurut capaian dan bukti."),
                    "behaviourRating", Map.of("rating", rating, "reason", "Menurut pengamatan langsung."),
                    "note", "");
        }
        return Map.of(
                "realisations",
                indicators(plan)
                        .map(indicator -> Map.of(
                                "indicatorId",
                                indicator.id(),
                                "value",
                                indicator.target().toPlainString(),
                                "reason",
                                ""))
                        .toList(),
                "values",
                values(rating, score),
                "newIdeaApproved",
                false,
                "note",
                "");
    }

    private List<Map<String, Object>> values(String rating, String score) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (var value : VALUES) {
            values.add(
                    scheme == Scheme.QUADRANT
                            ? Map.of("value", value, "rating", rating, "reason", "Terlihat dalam pekerjaan.")
                            : Map.of("value", value, "score", score, "reason", "Terlihat dalam pekerjaan."));
        }
        return values;
    }

    private static Stream<Plan.Indicator> indicators(Plan plan) {
        return plan.results().stream().flatMap(result -> result.indicators().stream());
    }

    public Map<String, Object> acceptance() {
        return Map.of("objects", false, "evidence", List.of());
    }

    public Map<String, Object> objection() {
        return Map.of("objects", true, "reasons", "Capaian triwulan IV belum dihitung.", "evidence", List.of());
    }

    public Map<String, Object> changedDecision(Map<String, Object> rating) {
        return Map.of(
                "outcome", "CHANGED",
                "reason", "Bukti triwulan IV sah.",
                "hearingAssessor", "Penilai mengakui bukti datang terlambat.",
                "hearingEmployee", "Pegawai menunjukkan laporan.",
                "rating", rating);
    }

    public Map<String, Object> noMoves() {
        return Map.of("moves", List.of(), "note", "Sebaran sesuai pedoman.");
    }

    public Map<String, Object> move(String evaluationId, String to) {
        return Map.of(
                "moves",
                List.of(Map.of("evaluationId", evaluationId, "to", to, "reason", "Dibandingkan dengan unit.")));
    }

    public Map<String, Object> confirmation() {
        return Map.of("confirmed", true, "note", "");
    }

    public Map<String, Object> trainingPlan() {
        return Map.of(
                "trainings",
                List.of(Map.of("code", "TIME_MANAGEMENT", "goal", "Laporan tepat waktu", "until", "2027-03-31")),
                "reward",
                false,
                "note",
                "");
    }

    public static Map<String, Object> trainingDone(String id, LocalDate completedOn) {
        return Map.of(
                "trainings",
                List.of(Map.of(
                        "id",
                        id,
                        "completedOn",
                        completedOn.toString(),
                        "learned",
                        "Menyusun jadwal harian.",
                        "proof",
                        List.of(Map.of("link", "https://contoh.go.id/sertifikat")))));
    }

    public Map<String, Object> rewardPlan() {
        return Map.of("trainings", List.of(), "reward", true, "note", "");
    }

    public Map<String, Object> nomination() {
        return Map.of("kind", "CERTIFICATE", "citation", "Melayani tanpa keluhan.");
    }

    public Map<String, Object> grant() {
        return Map.of("granted", true, "reason", "Layak menjadi teladan.");
    }
}
