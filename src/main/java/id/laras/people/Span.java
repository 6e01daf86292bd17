package id.laras.people;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Days in the agency's zone; the last one is not among them, and null while no end is known. */
@Embeddable
record Span(LocalDate fromDay, LocalDate untilDay) {

    Span until(LocalDate day) {
        return new Span(fromDay, day);
    }
}
