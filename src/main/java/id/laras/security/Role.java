package id.laras.security;

/**
 * What an account may do beyond its own work. "Supervisor" is no role: it follows from the reporting lines.
 * {@link #group()} is the group that Camunda's identity service and the candidate groups of the models know.
 */
public enum Role {
    /** Pegawai; every account has it. */
    STAFF("pegawai"),
    /** BKPSDM, tim pengelola kinerja. */
    HR("sdm"),
    /** Inspektorat: reads everything, changes nothing. */
    AUDITOR("auditor"),
    /** Runs the system; sees no more of the evaluations than a member of staff does. */
    ADMIN("camunda-admin");

    private final String group;

    Role(String group) {
        this.group = group;
    }

    public String group() {
        return group;
    }
}
