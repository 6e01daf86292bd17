package id.laras.objection;

import id.laras.assessment.AssessorRating;

/**
 * What the superior decides.
 *
 * @param hearingAssessor notes of the hearing of the assessor
 * @param hearingEmployee notes of the hearing of the employee
 * @param rating          the whole new rating when the outcome is {@link Outcome#CHANGED}; else not looked at
 */
public record DecisionAnswer(
        Outcome outcome, String reason, String hearingAssessor, String hearingEmployee, AssessorRating rating) {}
