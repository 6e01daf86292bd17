package id.laras.substitution;

import id.laras.steps.TaskKind;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Somebody does certain kinds of task for somebody else. Both days belong to it, in the agency's zone; ended once, if early. */
@Entity
class Substitution {

    @Id
    private String id;

    private String person;
    private String substitute;
    private LocalDate firstDay;
    private LocalDate lastDay;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "substitution_kind", joinColumns = @JoinColumn(name = "substitution_id"))
    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    private Set<TaskKind> kinds = EnumSet.noneOf(TaskKind.class);

    private String namedBy;
    private Instant namedAt;
    private String reason;
    private String endedBy;
    private Instant endedAt;

    @Version
    private Long version;

    protected Substitution() {}

    Substitution(
            String person,
            String substitute,
            LocalDate firstDay,
            LocalDate lastDay,
            Set<TaskKind> kinds,
            String namedBy,
            String reason,
            Instant namedAt) {
        this.id = UUID.randomUUID().toString();
        this.person = person;
        this.substitute = substitute;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.kinds.addAll(kinds);
        this.namedBy = namedBy;
        this.reason = reason;
        this.namedAt = namedAt;
    }

    void end(String by, Instant at) {
        this.endedBy = by;
        this.endedAt = at;
    }

    boolean isOn(LocalDate day) {
        return endedAt == null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** Whether it is not over: it runs, or will. */
    boolean isOpen(LocalDate today) {
        return endedAt == null && !today.isAfter(lastDay);
    }

    boolean meets(LocalDate first, LocalDate last) {
        return endedAt == null && !firstDay.isAfter(last) && !lastDay.isBefore(first);
    }

    String id() {
        return id;
    }

    /** Account of whose tasks they are. */
    String person() {
        return person;
    }

    /** Account of who may do them too. */
    String substitute() {
        return substitute;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    Set<TaskKind> kinds() {
        return EnumSet.copyOf(kinds);
    }

    /** Account of the person, or of the member of HR who named the substitute for them. */
    String namedBy() {
        return namedBy;
    }

    Instant namedAt() {
        return namedAt;
    }

    /** Why HR named one; null when the person did. */
    String reason() {
        return reason;
    }

    /** Null unless it was ended before its last day was over. */
    Instant endedAt() {
        return endedAt;
    }

    String endedBy() {
        return endedBy;
    }
}
