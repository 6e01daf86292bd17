package id.laras.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * An exact quotient. Thirds and sevenths have no finite decimals, so every early division would round; a score may be
 * rounded only once, at the end. {@code under} is always positive.
 */
record Ratio(BigDecimal over, BigDecimal under) implements Comparable<Ratio> {

    static final Ratio ZERO = of(BigDecimal.ZERO);

    Ratio {
        if (under.signum() <= 0) {
            throw new ArithmeticException("Division by " + under);
        }
    }

    static Ratio of(BigDecimal number) {
        return new Ratio(number, BigDecimal.ONE);
    }

    /** @throws ArithmeticException when nothing is given: no mean is not a mean of zero */
    static Ratio mean(List<BigDecimal> numbers) {
        return meanOf(numbers.stream().map(Ratio::of).toList());
    }

    /** @throws ArithmeticException as {@link #mean} */
    static Ratio meanOf(List<Ratio> ratios) {
        return ratios.stream().reduce(ZERO, Ratio::plus).dividedBy(BigDecimal.valueOf(ratios.size()));
    }

    Ratio plus(Ratio other) {
        return new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Ratio minus(Ratio other) {
        return plus(other.times(BigDecimal.ONE.negate()));
    }

    Ratio times(BigDecimal factor) {
        return new Ratio(over.multiply(factor), under);
    }

    /** @param divisor more than 0 */
    Ratio dividedBy(BigDecimal divisor) {
        return new Ratio(over, under.multiply(divisor));
    }

    Ratio between(BigDecimal lowest, BigDecimal highest) {
        if (compareTo(of(lowest)) < 0) {
            return of(lowest);
        }
        return compareTo(of(highest)) > 0 ? of(highest) : this;
    }

    @Override
    public int compareTo(Ratio other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    /** Half-up to two places. For results and for showing, never for going on calculating. */
    BigDecimal rounded() {
        return rounded(2);
    }

    /** Half-up, for a preview that reckons with floating point: nothing is kept of it. */
    BigDecimal rounded(int places) {
        return over.divide(under, places, RoundingMode.HALF_UP);
    }
}
