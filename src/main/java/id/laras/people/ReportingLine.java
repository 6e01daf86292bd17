package id.laras.people;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One employee answered to one superior (atasan langsung) from a day on. Ended once; nothing of it is ever overwritten. */
@Entity
class ReportingLine {

    @Id
    private String id;

    private String employeeNip;
    private String superiorNip;

    @Embedded
    private Span days;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    private String recordedBy;
    private Instant recordedAt;
    private String endedBy;
    private Instant endedAt;

    @Version
    private Long version;

    protected ReportingLine() {}

    ReportingLine(String employeeNip, String superiorNip, LocalDate fromDay, Cause cause, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.employeeNip = employeeNip;
        this.superiorNip = superiorNip;
        this.days = new Span(fromDay, null);
        this.cause = cause;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    /** @param day the first day on which it no longer holds; a line that began on this day has never held */
    void end(LocalDate day, String by, Instant at) {
        if (days.untilDay() != null) {
            throw new IllegalStateException("Line " + id + " has ended already");
        }
        this.days = days.until(day);
        this.endedBy = by;
        this.endedAt = at;
    }

    String employeeNip() {
        return employeeNip;
    }

    String superiorNip() {
        return superiorNip;
    }

    /** Without an end while it lasts. */
    Span days() {
        return days;
    }

    Cause cause() {
        return cause;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** Where the line is known from. */
    enum Cause {
        /** It was known when lines were given dates; it may have begun earlier. */
        TAKEN_OVER,
        /** HR imported it. */
        IMPORTED
    }
}
