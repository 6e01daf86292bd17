package id.laras.cycle;

import id.laras.cycle.SupervisorChange.Choice;

/** What HR chose about a changed superior, as far as it decides whether there is anything left to choose. */
record LatestChoice(String evaluationId, Choice choice, String successor) {}
