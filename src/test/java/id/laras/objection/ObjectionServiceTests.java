package id.laras.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.AssessorRating;
import id.laras.assessment.AssessorRating.Judgement;
import id.laras.assessment.Score;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Predicate;
import id.laras.evidence.Evidence;
import id.laras.evidence.EvidenceService;
import id.laras.feedback.Rating;
import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acceptance, objection and decision (PP 30/2019 art. 59), without a database or an engine. */
class ObjectionServiceTests {

    private static final EvaluationId ID = EvaluationId.of("e1");
    private static final Instant NOW = Instant.parse("2026-11-10T03:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-24T03:00:00Z");
    private static final ReviewAnswer ACCEPTS = new ReviewAnswer(false, null, null);
    private static final ReviewAnswer OBJECTS = new ReviewAnswer(true, " Lima izin terlewat dihitung ", null);
    private static final AssessorRating RATING = new AssessorRating(
            new Judgement(Rating.ABOVE, null), new Judgement(Rating.MEETS, null), null, null, null, null, null);

    private final EvaluationLookup evaluations = mock(EvaluationLookup.class);
    private final EvaluationRecorder recorder = mock(EvaluationRecorder.class);
    private final AssessmentService assessments = mock(AssessmentService.class);
    private final EvidenceService evidence = mock(EvidenceService.class);
    private final RememberedReviews reviews = new RememberedReviews();
    private final RememberedDecisions decisions = new RememberedDecisions();
    private final Evaluation evaluation = mock(Evaluation.class);
    private final Score score = mock(Score.class);
    private final ObjectionService objections = new ObjectionService(
            evaluations, recorder, assessments, evidence, reviews, decisions, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void aResultIsShown() {
        when(evaluation.id()).thenReturn(ID);
        when(evaluation.employee()).thenReturn("staf");
        when(evaluation.assessor()).thenReturn("kabid");
        when(evaluation.superior()).thenReturn("kadis");
        when(evaluations.get(ID)).thenReturn(evaluation);
        when(assessments.current(ID)).thenReturn(Optional.of(score));
        when(assessments.versions(ID)).thenReturn(List.of(score));
        when(assessments.whoRated(ID)).thenReturn(Set.of("kabid"));
        shows(1, Predicate.FAIR, "kabid");
    }

    @Test
    void acceptingNeedsNoReasons() {
        assertThat(objections.review(ID, "staf", ACCEPTS, UNTIL)).isFalse();
        assertThat(objections.acceptedPredicate(ID)).isTrue();
        assertThat(objections.find(ID)).hasValueSatisfying(view -> {
            assertThat(view.accepted()).isTrue();
            assertThat(view.raised()).isFalse();
            assertThat(view.bySilence()).isFalse();
        });
    }

    @Test
    void anObjectionWithReasonsIsRaised() {
        assertThat(objections.review(ID, "staf", OBJECTS, UNTIL)).isTrue();
        assertThat(objections.acceptedPredicate(ID)).isFalse();
        assertThat(objections.decided(ID)).isFalse();
        assertThat(objections.find(ID)).hasValueSatisfying(view -> {
            assertThat(view.raised()).isTrue();
            assertThat(view.accepted()).isFalse();
            assertThat(view.reasons()).isEqualTo("Lima izin terlewat dihitung");
            assertThat(view.outcome()).isNull();
        });
    }

    @Test
    void anObjectionWithoutReasonsIsRefused() {
        assertThat(refused(() -> objections.review(ID, "staf", new ReviewAnswer(true, " ", null), UNTIL)))
                .containsExactly("objection.review.reasons");
        assertThat(reviews.all).isEmpty();
    }

    @Test
    void anAnswerSaysWhichWay() {
        assertThat(refused(() -> objections.review(ID, "staf", new ReviewAnswer(null, "x", null), UNTIL)))
                .containsExactly("objection.review.unanswered");
    }

    @Test
    void anObjectionAfterThePeriodIsRefusedButAcceptanceIsNot() {
        var today = Instant.parse("2026-11-10T23:59:59Z");
        var over = Instant.parse("2026-11-09T23:59:59Z");
        assertThat(catchThrowableOfType(Refusal.class, () -> objections.review(ID, "staf", OBJECTS, over))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("objection.review.late");
                    assertThat(problem.args())
                            .as("the day that was the last")
                            .containsExactly(LocalDate.of(2026, 11, 9));
                });
        assertThat(objections.review(ID, "staf", OBJECTS, today)).isTrue();
        assertThat(objections.review(ID, "staf", ACCEPTS, over)).isFalse();
    }

    @Test
    void onlyTheEmployeeAnswersToTheirResult() {
        for (var other : List.of("kabid", "kadis", "sdm")) {
            assertThat(refused(() -> objections.review(ID, other, ACCEPTS, UNTIL)))
                    .containsExactly("objection.review.others");
        }
    }

    @Test
    void evidenceThatCannotBeLookedAtIsRefused() {
        when(evidence.problems(eq(ID), anyList())).thenReturn(List.of(new Problem("evidence.link")));
        assertThat(refused(() -> objections.review(ID, "staf", OBJECTS, UNTIL))).containsExactly("evidence.link");
    }

    @Test
    void silenceCountsAsAcceptance() {
        objections.acceptBySilence(ID);
        assertThat(objections.acceptedPredicate(ID)).isTrue();
        assertThat(objections.find(ID)).hasValueSatisfying(view -> {
            assertThat(view.accepted()).isTrue();
            assertThat(view.bySilence()).isTrue();
        });
        verify(recorder).record(ID, TrailEvent.ACCEPTED_BY_SILENCE, null, null);
    }

    @Test
    void nothingIsAcceptedBeforeTheFirstReview() {
        assertThat(objections.acceptedPredicate(ID)).isFalse();
        assertThat(objections.find(ID)).isEmpty();
        assertThat(objections.reviewView(ID, UNTIL, Locale.ENGLISH))
                .isEqualTo(new ReviewView(null, UNTIL, false, null));
    }

    @Test
    void afterCalibrationASecondRoundOpensAndKeepsTheFirst() {
        objections.review(ID, "staf", ACCEPTS, UNTIL);
        shows(2, Predicate.POOR, "sdm");
        assertThat(objections.reviewView(ID, UNTIL, Locale.ENGLISH))
                .isEqualTo(new ReviewView(null, UNTIL, true, Predicate.FAIR));
        objections.review(ID, "staf", OBJECTS, UNTIL);
        assertThat(reviews.all).extracting(Review::round).containsExactly(1, 2);
        assertThat(reviews.all).extracting(Review::reaction).containsExactly(Reaction.ACCEPTED, Reaction.OBJECTED);
        assertThat(objections.acceptedPredicate(ID)).isFalse();
    }

    @Test
    void theSuperiorUpholdsAndIsFinal() {
        objections.review(ID, "staf", OBJECTS, UNTIL);
        assertThat(objections.decide(ID, "kadis", null, upheld())).isFalse();
        verify(assessments, never()).overrule(any(), any(), any(), any());
        assertThat(objections.decided(ID)).isTrue();
        assertThat(objections.acceptedPredicate(ID)).isFalse();
        assertThat(objections.find(ID)).hasValueSatisfying(view -> {
            assertThat(view.outcome()).isEqualTo(Outcome.UPHELD);
            assertThat(view.decisionReason()).isEqualTo("Sudah dihitung");
            assertThat(view.decidedBy()).isEqualTo("kadis");
            assertThat(view.decidedAt()).isEqualTo(NOW);
        });
        assertThatThrownBy(() -> objections.decide(ID, "kadis", null, upheld()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSuperiorChangesTheResultWithARatingOfTheirOwn() {
        objections.review(ID, "staf", OBJECTS, UNTIL);
        assertThat(objections.decide(ID, "kadis", null, changed(RATING))).isTrue();
        verify(assessments).overrule(ID, "kadis", "Izin tercatat di buku", RATING);
    }

    @Test
    void aRatingThatBreaksARuleLeavesTheObjectionUndecided() {
        objections.review(ID, "staf", OBJECTS, UNTIL);
        doThrow(new Refusal("assessment.rating.missing.workResult"))
                .when(assessments)
                .overrule(any(), any(), any(), any());
        assertThat(refused(() -> objections.decide(ID, "kadis", null, changed(RATING))))
                .containsExactly("assessment.rating.missing.workResult");
        assertThat(objections.decided(ID)).isFalse();
    }

    @Test
    void changingWithoutARatingIsRefused() {
        objections.review(ID, "staf", OBJECTS, UNTIL);
        assertThat(refused(() -> objections.decide(ID, "kadis", null, changed(null))))
                .containsExactly("objection.decision.rating");
    }

    @Test
    void bothSidesAreHeard() {
        objections.review(ID, "staf", OBJECTS, UNTIL);
        var unheard = new DecisionAnswer(Outcome.UPHELD, "Sudah dihitung", " ", null, null);
        assertThat(refused(() -> objections.decide(ID, "kadis", null, unheard)))
                .containsExactly("objection.decision.hearingAssessor", "objection.decision.hearingEmployee");
    }

    @Test
    void aDecisionHasAnOutcomeAndAReason() {
        objections.review(ID, "staf", OBJECTS, UNTIL);
        var empty = new DecisionAnswer(null, null, "Didengar", "Didengar", null);
        assertThat(refused(() -> objections.decide(ID, "kadis", null, empty)))
                .containsExactly("objection.decision.outcome", "objection.decision.reason");
    }

    @Test
    void whoeverRatedTheEmployeeCanNeverDecideTheObjection() {
        objections.review(ID, "staf", OBJECTS, UNTIL);
        // A stand-in rated; the assessor on record is a party to it all the same.
        when(assessments.whoRated(ID)).thenReturn(Set.of("plt"));
        shows(1, Predicate.FAIR, "kadis-lama");
        for (var ratedBy : List.of("kabid", "plt")) {
            assertThat(refused(() -> objections.decide(ID, ratedBy, null, upheld())))
                    .containsExactly("objection.decision.hasRated");
        }
        assertThat(objections.decided(ID)).isFalse();
    }

    @Test
    void whoeverMovedThePredicateCannotDecideTheObjectionToIt() {
        shows(2, Predicate.POOR, "sdm");
        objections.review(ID, "staf", OBJECTS, UNTIL);
        assertThat(refused(() -> objections.decide(ID, "sdm", null, upheld())))
                .containsExactly("objection.decision.hasRated");
    }

    @Test
    void nobodyDecidesTheirOwnObjection() {
        objections.review(ID, "staf", OBJECTS, UNTIL);
        assertThat(refused(() -> objections.decide(ID, "staf", null, upheld())))
                .containsExactly("objection.decision.employee");
    }

    @Test
    void withoutAnObjectionThereIsNothingToDecide() {
        objections.review(ID, "staf", ACCEPTS, UNTIL);
        assertThatThrownBy(() -> objections.decide(ID, "kadis", null, upheld()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> objections.decisionView(ID, "kadis", null, Locale.ENGLISH))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSuperiorReadsReasonsAndEvidence() {
        var proof = new Evidence("https://izin.example.id/5", null, null);
        objections.review(ID, "staf", new ReviewAnswer(true, "Lima izin terlewat", List.of(proof)), UNTIL);
        var view = objections.decisionView(ID, "kadis", null, Locale.ENGLISH);
        assertThat(view.reasons()).isEqualTo("Lima izin terlewat");
        assertThat(view.evidence()).containsExactly(proof);
        assertThat(view.raisedAt()).isEqualTo(NOW);
    }

    @Test
    void onlyTheAssessorsSuperiorDecidesAndSeesTheOpinions() {
        objections.review(ID, "staf", OBJECTS, UNTIL);
        assertThatThrownBy(() -> objections.decisionView(ID, "sdmlain", null, Locale.ENGLISH))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("objection.decision.notSuperior");
        assertThatThrownBy(() -> objections.decide(ID, "sdmlain", null, upheld()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("objection.decision.notSuperior");
    }

    @Test
    void aLateDecisionIsToldToTheTrail() {
        objections.escalate(ID);
        verify(recorder).record(ID, TrailEvent.OBJECTION_ESCALATED, null, null);
    }

    private void shows(int number, Predicate predicate, String decidedBy) {
        when(score.number()).thenReturn(number);
        when(score.predicate()).thenReturn(predicate);
        when(score.decidedBy()).thenReturn(decidedBy);
    }

    private static DecisionAnswer upheld() {
        return new DecisionAnswer(Outcome.UPHELD, "Sudah dihitung", "Sesuai catatan", "Tidak ada bukti baru", null);
    }

    private static DecisionAnswer changed(AssessorRating rating) {
        return new DecisionAnswer(
                Outcome.CHANGED, " Izin tercatat di buku ", "Mengakui terlewat", "Menunjukkan buku", rating);
    }

    private static List<String> refused(ThrowingCallable attempt) {
        var refusal = catchThrowableOfType(Refusal.class, attempt);
        assertThat(refusal).isNotNull();
        return refusal.problems().stream().map(Problem::key).toList();
    }

    private static final class RememberedReviews implements Reviews {

        private final List<Review> all = new ArrayList<>();

        @Override
        public Review save(Review review) {
            all.add(review);
            return review;
        }

        @Override
        public Optional<Review> findFirstByEvaluationIdOrderByRoundDesc(String evaluationId) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        }
    }

    private final class RememberedDecisions implements Decisions {

        private final Map<String, Decision> all = new HashMap<>();

        @Override
        public Decision save(Decision decision) {
            all.put(reviews.all.get(reviews.all.size() - 1).id(), decision);
            return decision;
        }

        @Override
        public Optional<Decision> findById(String reviewId) {
            return Optional.ofNullable(all.get(reviewId));
        }

        @Override
        public boolean existsByEvaluationId(String evaluationId) {
            return !all.isEmpty();
        }
    }
}
