package id.laras.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A unit of the organisation (unit kerja); units form a tree. Read here; the intake writes. */
@Entity
public class Unit {

    @Id
    private String code;

    private String name;
    private String parentCode;

    @Version
    private Long version;

    protected Unit() {}

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** Code of the unit above, null at the top. */
    public String parentCode() {
        return parentCode;
    }
}
