package id.laras.succession;

import id.laras.succession.AssessorChange.Choice;

/** What HR chose about a changed superior, as far as it decides whether there is anything left to choose. */
record LatestChoice(String evaluationId, Choice choice, String successor) {}
