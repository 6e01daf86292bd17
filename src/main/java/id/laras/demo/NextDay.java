package id.laras.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The next day on which something happens by itself.
 *
 * @param activity the timer in its model that most of it is
 * @param others   whether other timers go off on that day too
 */
public record NextDay(LocalDate day, String activity, boolean others) {

    /** @param day on which it goes off */
    record Timer(String activity, LocalDate day) {}

    static Optional<NextDay> after(LocalDate today, List<Timer> timers) {
        return timers.stream()
                .map(Timer::day)
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder())
                .map(day -> on(day, timers));
    }

    private static NextDay on(LocalDate day, List<Timer> timers) {
        var kinds = timers.stream()
                .filter(timer -> timer.day().equals(day))
                .collect(Collectors.groupingBy(Timer::activity, TreeMap::new, Collectors.counting()));
        var most = kinds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return new NextDay(day, most.getKey(), kinds.size() > 1);
    }
}
