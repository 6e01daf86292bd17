package id.laras.followup;

import id.laras.evidence.Evidence;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One training that was planned for an employee, and the proof that it was completed. */
@Entity
@Table(name = "training")
class PlannedTraining {

    @Id
    private String id;

    private String evaluationId;
    private String code;
    private String title;
    private String goal;
    private LocalDate dueOn;
    private LocalDate plannedOn;
    private LocalDate completedOn;
    private String learned;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Evidence> proof;

    @Version
    private Long version;

    protected PlannedTraining() {}

    PlannedTraining(String evaluationId, String title, DevelopmentPlan.TrainingOrder order, LocalDate plannedOn) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluationId;
        this.code = order.code();
        this.title = title;
        this.goal = order.goal().strip();
        this.dueOn = order.until();
        this.plannedOn = plannedOn;
    }

    void complete(TrainingReport report) {
        this.completedOn = report.completedOn();
        this.learned = report.learned();
        this.proof = report.proof();
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String code() {
        return code;
    }

    LocalDate plannedOn() {
        return plannedOn;
    }

    FollowUpView.Training view(String title) {
        return new FollowUpView.Training(
                id, code, title, goal, dueOn, completedOn, learned, proof == null ? List.of() : proof);
    }
}
