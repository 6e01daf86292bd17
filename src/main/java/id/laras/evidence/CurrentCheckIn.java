package id.laras.evidence;

import java.time.LocalDate;
import java.util.List;

/**
 * The check-in that is awaited or being answered.
 *
 * @param checkIn  what has been said so far; its day is null until the employee has reported
 * @param previous the reported ones before it, oldest first
 */
public record CurrentCheckIn(LocalDate plannedOn, CheckIn checkIn, List<CheckIn> previous) {}
