package id.laras.security;

/**
 * What an account may do beyond its own work. "Assessor" is no role: it follows from the reporting lines.
 * {@link #group()} is the group that Camunda's identity service and the candidate groups of the models know.
 */
public enum Role {
    /** Pegawai; every account has it. */
    STAFF("pegawai"),
    /** BKPSDM, tim pengelola kinerja. */
    HR("sdm"),
    /** Pengelola kepegawaian of one unit or more, each with everything below it: as {@link #HR}, for their people only. */
    UNIT_HR("sdm-unit"),
    /** Tim penilai kinerja: holds the calibration meetings and reads what they rest on. */
    PERFORMANCE_TEAM("tim-kinerja"),
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

    /** The group of those who have this role for a unit; only {@link #UNIT_HR} is given by unit. */
    public String groupOf(String unitCode) {
        return group + "-" + unitCode;
    }
}
