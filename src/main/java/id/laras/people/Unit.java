package id.laras.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A unit of the organisation (unit kerja); units form a tree. */
@Entity
public class Unit {

    @Id
    private String code;

    private String name;
    private String parentCode;

    @Version
    private Long version;

    protected Unit() {}

    Unit(String code, String name, String parentCode) {
        this.code = code;
        this.name = name;
        this.parentCode = parentCode;
    }

    void describe(String name, String parentCode) {
        this.name = name;
        this.parentCode = parentCode;
    }

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
