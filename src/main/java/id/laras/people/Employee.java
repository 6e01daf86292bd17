package id.laras.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.List;

/** A civil servant (pegawai ASN), identified by the NIP. */
@Entity
public class Employee {

    @Id
    private String nip;

    private String name;
    private String email;
    private String position;

    @Enumerated(EnumType.STRING)
    private PositionKind positionKind;

    /** Level of a functional position (jenjang), e.g. "Ahli Pertama"; null for the other kinds. */
    private String positionLevel;

    private String unitCode;
    private String supervisorNip;
    private String account;

    @Version
    private Long version;

    protected Employee() {}

    Employee(String nip, String account) {
        this.nip = nip;
        this.account = account;
    }

    /** Takes over what the file says; whether anything differed. The account stays: tasks and the trail name it. */
    boolean describe(EmployeeRow row) {
        var before = description();
        this.name = row.name();
        this.email = row.email();
        this.position = row.position();
        this.positionKind = PositionKind.valueOf(row.positionKind());
        this.positionLevel = row.positionLevel();
        this.unitCode = row.unitCode();
        this.supervisorNip = row.supervisorNip();
        return !before.equals(description());
    }

    private List<Object> description() {
        return Arrays.asList(name, email, position, positionKind, positionLevel, unitCode, supervisorNip);
    }

    public String nip() {
        return nip;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public String position() {
        return position;
    }

    public PositionKind positionKind() {
        return positionKind;
    }

    public String positionLevel() {
        return positionLevel;
    }

    public String unitCode() {
        return unitCode;
    }

    /** NIP of the direct superior (atasan langsung), null at the top. */
    public String supervisorNip() {
        return supervisorNip;
    }

    /** Name of the account that the person logs in with. */
    public String account() {
        return account;
    }
}
