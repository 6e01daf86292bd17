package id.laras.target;

import java.util.List;

/** What of a plan is stored as one JSON document. */
record PlanDocument(String behaviourExpectation, String leaderExpectation, List<Plan.WorkResult> results) {}
