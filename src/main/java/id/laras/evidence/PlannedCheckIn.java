package id.laras.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A check-in from the moment it is planned. */
@Entity
@Table(name = "check_in")
class PlannedCheckIn {

    @Id
    private String id;

    private String evaluationId;
    private int ordinal;
    private LocalDate plannedOn;

    /** Null until the employee has reported. */
    private LocalDate reportedOn;

    @Column(length = Length.LONG32)
    private String note;

    /** Null until the employee has reported. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<CheckIn.Progress> progress;

    @Column(length = Length.LONG32)
    private String feedback;

    private String feedbackBy;

    @Version
    private Long version;

    protected PlannedCheckIn() {}

    PlannedCheckIn(String evaluationId, int ordinal, LocalDate plannedOn) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluationId;
        this.ordinal = ordinal;
        this.plannedOn = plannedOn;
    }

    void report(LocalDate on, String noted, List<CheckIn.Progress> reached) {
        reportedOn = on;
        note = noted;
        progress = reached;
    }

    void answer(String given, String by) {
        feedback = given;
        feedbackBy = by;
    }

    boolean isReported() {
        return reportedOn != null;
    }

    int ordinal() {
        return ordinal;
    }

    LocalDate plannedOn() {
        return plannedOn;
    }

    LocalDate reportedOn() {
        return reportedOn;
    }

    String note() {
        return note;
    }

    List<CheckIn.Progress> progress() {
        return progress;
    }

    String feedback() {
        return feedback;
    }

    /** Account of who gave it. */
    String feedbackBy() {
        return feedbackBy;
    }
}
