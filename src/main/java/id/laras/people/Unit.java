package id.laras.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Objects;

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

    /** Takes over what the file says; whether anything differed. */
    boolean describe(String name, String parentCode) {
        var same = Objects.equals(this.name, name) && Objects.equals(this.parentCode, parentCode);
        this.name = name;
        this.parentCode = parentCode;
        return !same;
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
