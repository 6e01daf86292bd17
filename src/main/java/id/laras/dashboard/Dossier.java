package id.laras.dashboard;

/** What a reader of an evaluation sees of it. */
public record Dossier(boolean resultShown) {}
