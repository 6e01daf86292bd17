package id.laras.cycle;

/** An evaluation that follows its cycle's days when HR changes them. */
public record Follower(String evaluationId, String employeeName, String nip, String unitName, Stage stage) {}
