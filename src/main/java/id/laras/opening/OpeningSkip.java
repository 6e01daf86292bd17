package id.laras.opening;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** An employee for whom no evaluation could be opened, and why. */
@Entity
public class OpeningSkip {

    @Id
    private String id;

    private String openingId;
    private String employeeNip;
    private String employeeName;
    private String unitName;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    /** Name of the cycle in which they are evaluated; null unless that is the reason. */
    private String otherCycle;

    @Version
    private Long version;

    protected OpeningSkip() {}

    OpeningSkip(
            String openingId,
            String employeeNip,
            String employeeName,
            String unitName,
            Reason reason,
            String otherCycle) {
        this.id = UUID.randomUUID().toString();
        this.openingId = openingId;
        this.employeeNip = employeeNip;
        this.employeeName = employeeName;
        this.unitName = unitName;
        this.reason = reason;
        this.otherCycle = otherCycle;
    }

    public String employeeNip() {
        return employeeNip;
    }

    public String employeeName() {
        return employeeName;
    }

    public String unitName() {
        return unitName;
    }

    public Reason reason() {
        return reason;
    }

    public String otherCycle() {
        return otherCycle;
    }

    /** Why; the page reads {@code cycle.skip.<reason>}. */
    public enum Reason {
        /** Nobody could approve or rate. */
        NO_SUPERIOR,
        /** Their service has ended, or ends before the cycle begins. */
        LEFT,
        /** The month of appointment in their NIP has not come by the day of opening, or by the first day of the cycle. */
        NOT_YET,
        /** They are evaluated for some of the same days already, in a cycle of the same kind and scheme. */
        OVERLAP,
        /** The system failed; the log says how. Opening again tries again. */
        FAILED
    }
}
