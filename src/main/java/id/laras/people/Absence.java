package id.laras.people;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Somebody does not do their office, for good or for a while. */
@Entity
class Absence {

    @Id
    private String id;

    private String employeeNip;

    @Enumerated(EnumType.STRING)
    private AbsenceKind kind;

    @Embedded
    private Span days;

    private String recordedBy;
    private Instant recordedAt;

    @Version
    private Long version;

    protected Absence() {}

    Absence(String employeeNip, AbsenceKind kind, Span days, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.employeeNip = employeeNip;
        this.kind = kind;
        this.days = days;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    String employeeNip() {
        return employeeNip;
    }

    AbsenceKind kind() {
        return kind;
    }

    /** Without an end when they do not come back. */
    Span days() {
        return days;
    }

    DaysAway daysAway() {
        return new DaysAway(employeeNip, days.fromDay(), days.untilDay());
    }
}
