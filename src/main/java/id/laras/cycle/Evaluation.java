package id.laras.cycle;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;

/**
 * One employee's evaluation in one cycle. Who took part is written down here when the evaluation is opened, so that
 * the record stays true when people move on. Accounts, not NIPs: they are what tasks are assigned to.
 */
@Entity
public class Evaluation {

    @Id
    private String id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Cycle cycle;

    private String employeeNip;
    private String employee;
    private String employeeName;
    private String position;
    private String unitCode;
    private String unitName;
    private String assessor;
    private String assessorName;
    private String superior;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    private Predicate predicate;

    private String confirmedBy;
    private Instant confirmedAt;
    private String confirmNote;

    /** Its own days; null while they are the cycle's. */
    @Embedded
    private Schedule schedule;

    /** Null once it is cancelled: the database lets a person have one that stands in a cycle. */
    private Boolean standing = true;

    private String endedBy;
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private EndReason endReason;

    private String endNote;

    @Enumerated(EnumType.STRING)
    private Stage endedIn;

    @Version
    private Long version;

    protected Evaluation() {}

    /** For the opening alone. */
    public Evaluation(
            EvaluationId id,
            Cycle cycle,
            String employeeNip,
            String employee,
            String employeeName,
            String position,
            String unitCode,
            String unitName,
            String assessor,
            String assessorName,
            String superior) {
        this.id = id.value();
        this.cycle = cycle;
        this.employeeNip = employeeNip;
        this.employee = employee;
        this.employeeName = employeeName;
        this.position = position;
        this.unitCode = unitCode;
        this.unitName = unitName;
        this.assessor = assessor;
        this.assessorName = assessorName;
        this.superior = superior;
        this.stage = Stage.TARGET_SETTING;
    }

    /** @throws IllegalStateException when no evaluation goes that way, as by a model that was redrawn; it leaves an incident */
    void enter(Stage next) {
        if (!stage.leadsTo(next)) {
            throw new IllegalStateException("Evaluation %s goes from %s to no %s".formatted(id, stage, next));
        }
        this.stage = next;
    }

    /** Others assess the employee from here on; who did so before stands in the changes of the succession. */
    public void handOver(String assessor, String assessorName, String superior) {
        this.assessor = assessor;
        this.assessorName = assessorName;
        this.superior = superior;
    }

    /** Gives it days of its own, or the cycle's again. */
    public void serve(Schedule days) {
        var whole = Schedule.of(cycle);
        this.schedule = days.covers(whole.firstDay(), whole.lastDay()) ? null : days;
    }

    /** Ends it early. A predicate that was fixed stays: then only what would have followed is left out. */
    public void end(EndReason reason, String note, String by, Instant at) {
        this.endedIn = stage;
        this.stage = predicate == null ? Stage.CANCELLED : Stage.CLOSED;
        this.standing = stage == Stage.CANCELLED ? null : Boolean.TRUE;
        this.endReason = reason;
        this.endNote = note;
        this.endedBy = by;
        this.endedAt = at;
    }

    void fix(Predicate fixed, String note, String by, Instant at) {
        this.predicate = fixed;
        this.confirmedBy = by;
        this.confirmedAt = at;
        this.confirmNote = note;
    }

    /**
     * Whether the employee leads their unit: somebody of it answers to them, and they answer to nobody of it.
     *
     * @param unit all evaluations of the employee's unit in the same cycle
     */
    public boolean leads(Collection<Evaluation> unit) {
        return unit.stream().anyMatch(other -> other.assessor.equals(employee))
                && unit.stream().noneMatch(other -> other.employee.equals(assessor));
    }

    public EvaluationId id() {
        return EvaluationId.of(id);
    }

    public Cycle cycle() {
        return cycle;
    }

    /** Its days: the cycle's, or its own where the employee is evaluated for a part of it. */
    public Schedule schedule() {
        return schedule == null ? Schedule.of(cycle) : schedule;
    }

    /** Whether the employee is evaluated for a part of the cycle. */
    public boolean isPart() {
        return schedule != null;
    }

    public String employeeNip() {
        return employeeNip;
    }

    /** Account of the person evaluated. */
    public String employee() {
        return employee;
    }

    public String employeeName() {
        return employeeName;
    }

    public String position() {
        return position;
    }

    public String unitCode() {
        return unitCode;
    }

    public String unitName() {
        return unitName;
    }

    /** Account of the assessor (pejabat penilai). */
    public String assessor() {
        return assessor;
    }

    public String assessorName() {
        return assessorName;
    }

    /** Account of the assessor's superior (atasan pejabat penilai), who decides objections; null when there is none. */
    public String superior() {
        return superior;
    }

    public Stage stage() {
        return stage;
    }

    /** How far it has come: the stage, or the one in which it was ended early. */
    public Stage reached() {
        return endedIn == null ? stage : endedIn;
    }

    /** The final predicate, null until a person has confirmed it (UU 27/2022 art. 10). */
    public Predicate predicate() {
        return predicate;
    }

    public String confirmedBy() {
        return confirmedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    /** What the person who fixed the predicate wrote to the employee, may be null. */
    public String confirmNote() {
        return confirmNote;
    }

    /** Account of who ended it early, null when nobody did. */
    public String endedBy() {
        return endedBy;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public EndReason endReason() {
        return endReason;
    }

    public String endNote() {
        return endNote;
    }
}
