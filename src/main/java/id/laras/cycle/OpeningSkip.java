package id.laras.cycle;

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

    @Version
    private Long version;

    protected OpeningSkip() {}

    OpeningSkip(String openingId, String employeeNip, String employeeName, String unitName, Reason reason) {
        this.id = UUID.randomUUID().toString();
        this.openingId = openingId;
        this.employeeNip = employeeNip;
        this.employeeName = employeeName;
        this.unitName = unitName;
        this.reason = reason;
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

    /** Why; the page reads {@code cycle.skip.<reason>}. */
    public enum Reason {
        /** Nobody could approve or rate. */
        NO_SUPERVISOR,
        /** His service has ended, or ends before the cycle begins. */
        LEFT,
        /** The system failed; the log says how. Opening again tries again. */
        FAILED
    }
}
