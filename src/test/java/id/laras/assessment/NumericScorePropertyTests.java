package id.laras.assessment;

import static id.laras.assessment.ScoringSamples.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.target.Direction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold for every score, tried on many random ones. The seed is fixed: a failure can be repeated. */
class NumericScorePropertyTests {

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    record Case(int number, List<IndicatorResult> indicators, List<BigDecimal> values, List<BigDecimal> peers) {

        NumericScore score() {
            return NumericScore.of(
                    RULES, indicators, values, peers.stream().map(Ratio::of).toList());
        }

        Case with(int index, IndicatorResult indicator) {
            var changed = new ArrayList<>(indicators);
            changed.set(index, indicator);
            return new Case(number, changed, values, peers);
        }
    }

    static Stream<Case> cases() {
        var random = new Random(30_2019);
        return IntStream.range(0, 2000).mapToObj(number -> next(number, random));
    }

    private static Case next(int number, Random random) {
        var indicators = IntStream.rangeClosed(0, random.nextInt(8))
                .mapToObj(i -> new IndicatorResult(
                        random.nextBoolean() ? Direction.HIGHER : Direction.LOWER,
                        decimal(random, 1, 20_000),
                        decimal(random, 0, 30_000),
                        decimal(random, 1, 10_000)))
                .toList();
        return new Case(number, indicators, seven(random), random.nextBoolean() ? List.of() : seven(random));
    }

    private static List<BigDecimal> seven(Random random) {
        return IntStream.range(0, 7).mapToObj(i -> decimal(random, 0, 12_000)).toList();
    }

    private static BigDecimal decimal(Random random, int lowest, int highest) {
        return BigDecimal.valueOf(random.nextInt(lowest, highest + 1), 2);
    }

    @Test
    void everyPartStaysWithinZeroAnd120() {
        cases().forEach(example -> {
            var score = example.score();
            assertThat(Stream.concat(score.achievements().stream(), Stream.of(score.skp(), score.behaviour())))
                    .allSatisfy(part -> assertThat(part).isBetween(Ratio.ZERO, Ratio.of(RULES.cap())));
            assertThat(score.total()).as("%s", example).isBetween(ZERO, RULES.cap());
            assertThat(score.total().scale()).isEqualTo(2);
        });
    }

    @Test
    void doingBetterNeverLowersTheScore() {
        cases().forEach(example -> {
            var before = example.score().total();
            for (int i = 0; i < example.indicators().size(); i++) {
                var indicator = example.indicators().get(i);
                var step = indicator.direction() == Direction.HIGHER ? BigDecimal.ONE : BigDecimal.ONE.negate();
                var better = new IndicatorResult(
                        indicator.direction(),
                        indicator.target(),
                        indicator.realisation().add(step).max(ZERO),
                        indicator.weight());
                assertThat(example.with(i, better).score().total()).isGreaterThanOrEqualTo(before);
            }
        });
    }

    @Test
    void aHigherValueNeverLowersTheScore() {
        cases().forEach(example -> {
            var raised = example.values().stream()
                    .map(value -> value.add(BigDecimal.ONE).min(RULES.cap()))
                    .toList();
            var better = new Case(example.number(), example.indicators(), raised, example.peers());
            assertThat(better.score().total())
                    .isGreaterThanOrEqualTo(example.score().total());
        });
    }

    @Test
    void theOrderOfIndicatorsAndValuesDoesNotMatter() {
        cases().forEach(example -> {
            var random = new Random(example.number());
            var shuffled = new Case(
                    example.number(),
                    shuffled(example.indicators(), random),
                    shuffled(example.values(), random),
                    shuffled(example.peers(), random));
            assertThat(shuffled.score().total()).isEqualTo(example.score().total());
        });
    }

    @Test
    void scalingAllWeightsChangesNothing() {
        cases().forEach(example -> {
            var factor = BigDecimal.valueOf(example.number() + 1L, 1);
            var scaled = example.indicators().stream()
                    .map(it -> new IndicatorResult(
                            it.direction(),
                            it.target(),
                            it.realisation(),
                            it.weight().multiply(factor)))
                    .toList();
            assertThat(new Case(example.number(), scaled, example.values(), example.peers())
                            .score()
                            .total())
                    .isEqualTo(example.score().total());
        });
    }

    @Test
    void anIndependentComputationWithFractionsAgreesToTheLastDecimal() {
        cases().forEach(example -> {
            assertThat(example.score().total()).isEqualTo(oracle(example));
        });
    }

    /**
     * The same law written another way: whole hundredths, one common denominator for everything, the cap and the
     * floor as comparisons of products, and rounding by adding a half and cutting off.
     */
    private static BigDecimal oracle(Case example) {
        var common = example.indicators().stream()
                .map(it -> hundredths(it.target().over()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        var points = BigInteger.ZERO;
        var weights = BigInteger.ZERO;
        for (var it : example.indicators()) {
            var target = hundredths(it.target().over());
            var reached = hundredths(it.realisation());
            var numerator = it.direction() == Direction.HIGHER
                    ? reached
                    : target.add(target).subtract(reached);
            numerator = numerator.multiply(whole(100)).max(BigInteger.ZERO).min(target.multiply(whole(120)));
            points = points.add(numerator.multiply(common.divide(target)).multiply(hundredths(it.weight())));
            weights = weights.add(hundredths(it.weight()));
        }
        var skpUnder = common.multiply(weights);
        var assessor = example.values().stream()
                .map(NumericScorePropertyTests::hundredths)
                .reduce(BigInteger.ZERO, BigInteger::add);
        var peers = example.peers().stream()
                .map(NumericScorePropertyTests::hundredths)
                .reduce(BigInteger.ZERO, BigInteger::add);
        // Behaviour in 1/7000: tenths of shares of hundredths of sevenths. Total in tenths of shares on top.
        var withPeers = !example.peers().isEmpty();
        var behaviour =
                withPeers ? assessor.multiply(whole(6)).add(peers.multiply(whole(4))) : assessor.multiply(whole(10));
        var behaviourUnder = whole(7000);
        var numerator = points.multiply(behaviourUnder)
                .multiply(whole(withPeers ? 6 : 7))
                .add(behaviour.multiply(skpUnder).multiply(whole(withPeers ? 4 : 3)));
        var denominator = skpUnder.multiply(behaviourUnder).multiply(whole(10));
        var cents = numerator.multiply(whole(200)).add(denominator).divide(denominator.multiply(whole(2)));
        return new BigDecimal(cents, 2);
    }

    private static BigInteger hundredths(BigDecimal number) {
        return number.movePointRight(2).toBigIntegerExact();
    }

    private static BigInteger whole(long number) {
        return BigInteger.valueOf(number);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
