package id.laras.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;

/**
 * A civil servant (pegawai ASN), identified by the NIP, or a superior outside of the service, identified by a code. Read here;
 * the intake writes.
 */
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
    private String superiorNip;
    private String account;
    private LocalDate endedOn;

    @Version
    private Long version;

    protected Employee() {}

    /** Of whoever is outside of the service: a code that begins with a letter. */
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

    /** Null outside of the service. */
    public String unitCode() {
        return unitCode;
    }

    /** NIP of the direct superior (atasan langsung), null at the top. */
    public String superiorNip() {
        return superiorNip;
    }

    /** Name of the account that the person logs in with. */
    public String account() {
        return account;
    }

    /** Last day of service; null while no end is known. */
    public LocalDate endedOn() {
        return endedOn;
    }
}
