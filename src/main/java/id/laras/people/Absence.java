package id.laras.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody does not do his office, for good or for a while. */
@Entity
class Absence {

    @Id
    private String id;

    private String employeeNip;

    @Enumerated(EnumType.STRING)
    private AbsenceKind kind;

    private LocalDate fromDay;
    private LocalDate untilDay;
    private String recordedBy;
    private Instant recordedAt;

    @Version
    private Long version;

    protected Absence() {}

    Absence(String employeeNip, AbsenceKind kind, LocalDate fromDay, LocalDate untilDay, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.employeeNip = employeeNip;
        this.kind = kind;
        this.fromDay = fromDay;
        this.untilDay = untilDay;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    String employeeNip() {
        return employeeNip;
    }

    AbsenceKind kind() {
        return kind;
    }

    LocalDate fromDay() {
        return fromDay;
    }

    /** Exclusive; null when he does not come back. */
    LocalDate untilDay() {
        return untilDay;
    }
}
