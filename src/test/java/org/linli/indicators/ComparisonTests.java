package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.indicators.CaseMix.Member;
import org.linli.indicators.CaseMix.Stratum;
import org.linli.indicators.CaseMix.Tally;

/** What is expected of members of a peer group, and how they compare with it. */
class ComparisonTests {

    private static final long SEED = 2005;

    /** Of class A 68 in 100 count, of class B 15 in 100. */
    @Test
    void whatIsExpectedFollowsFromTheGroupsRatesAndTheMembersOwnMix() {
        var members =
                CaseMix.members(
                        List.of(
                                stratum("x", "A", 8, 10),
                                stratum("x", "B", 10, 40),
                                stratum("y", "A", 60, 90),
                                stratum("y", "B", 5, 60)));

        assertThat(members).containsOnlyKeys("x", "y");
        assertThat(members.values())
                .extracting(Member::all)
                .containsExactly(new Tally(18, 50), new Tally(65, 150));
        assertThat(members.values())
                .extracting(Member::expected)
                .satisfiesExactly(
                        x -> assertThat(x).isCloseTo(12.8, within(1e-9)),
                        y -> assertThat(y).isCloseTo(70.2, within(1e-9)));
    }

    @Test
    void whatIsExpectedOfAllAddsUpToWhatThereIs() {
        var random = new Random(SEED);
        for (var draw = 0; draw < 200; draw++) {
            var strata = new ArrayList<Stratum>();
            for (var member = 0; member < 12; member++) {
                for (var major = 0; major < 6; major++) {
                    var base = random.nextInt(50);
                    strata.add(stratum("" + member, "" + major, random.nextInt(base + 1), base));
                }
            }
            var members = CaseMix.members(strata).values();

            assertThat(members.stream().mapToDouble(Member::expected).sum())
                    .isCloseTo(
                            members.stream().mapToLong(member -> member.all().counted()).sum(),
                            within(1e-6));
            assertThat(members).allMatch(member -> member.expected() <= member.all().base() + 1e-9);
        }
    }

    @Test
    void fewPeersAreNotCompared() {
        assertThat(Comparison.of(alike(9, 50)).comparable()).isFalse();
        assertThat(Comparison.of(alike(9, 50)).limits(member(50))).isNull();
        assertThat(Comparison.of(alike(9, 50)).funnel(100)).isEmpty();
        assertThat(Comparison.of(alike(10, 50)).comparable()).isTrue();
    }

    @Test
    void aMemberWithFewCasesIsNotComparedAndIsNoPeer() {
        var small = new Member("small", new Tally(4, 9), Tally.NONE, 4.5);

        assertThat(Comparison.of(alike(10, 50)).limits(small)).isNull();
        assertThat(
                        Comparison.of(
                                        Stream.concat(alike(9, 50).stream(), Stream.of(small))
                                                .toList())
                                .comparable())
                .isFalse();
    }

    /** Each three standard deviations off: a mean square of nine. */
    @Test
    void aGroupThatVariesMoreThanByChanceHasWiderLimits() {
        var group = Stream.concat(alike(5, 35).stream(), alike(5, 65).stream()).toList();

        assertThat(Comparison.of(group).dispersion()).isCloseTo(9, within(1e-9));
        assertThat(Comparison.of(group).limits(member(65)))
                .isEqualTo(new ControlLimits(50, 20, 80, 5, 95));
    }

    @Test
    void oneThatStandsOutDoesNotExcuseItself() {
        var group = Stream.concat(alike(19, 50).stream(), Stream.of(member(100))).toList();

        assertThat(Comparison.of(group).dispersion()).isEqualTo(1);
        assertThat(Comparison.of(group).limits(member(100)))
                .satisfies(limits -> assertThat(limits.of(100)).isEqualTo(Standing.MUCH_HIGHER));
    }

    @Test
    void theFunnelNarrowsAroundTheRateOfTheGroup() {
        var funnel = Comparison.of(alike(10, 50)).funnel(5_000);

        assertThat(funnel.getFirst().denominator()).isEqualTo(Comparison.FEWEST_CASES);
        assertThat(funnel.getLast().denominator()).isEqualTo(5_000);
        assertThat(funnel).allMatch(point -> point.low95() <= 0.5 && point.high95() >= 0.5);
        assertThat(funnel.getLast().high95() - funnel.getLast().low95())
                .isLessThan(0.1 * (funnel.getFirst().high95() - funnel.getFirst().low95()));
    }

    /** Of ten cases at one half: 11 and 56 in 1024 lie at or below 1 and 2. */
    @Test
    void theFunnelIsInterpolatedBetweenWholeCounts() {
        var first = Comparison.of(alike(10, 50)).funnel(5_000).getFirst();
        var between = (56.0 / 1024 - 0.025) / (45.0 / 1024);

        assertThat(first.low95()).isCloseTo((2 - between) / 10, within(1e-9));
        assertThat(first.high95()).isCloseTo((8 - (1 - between)) / 10, within(1e-9));
    }

    private static List<Member> alike(int members, long counted) {
        return IntStream.range(0, members).mapToObj(_ -> member(counted)).toList();
    }

    /** Half of its hundred cases are expected to count. */
    private static Member member(long counted) {
        return new Member("m", new Tally(counted, 100), Tally.NONE, 50);
    }

    private static Stratum stratum(String member, String major, long counted, long base) {
        return new Stratum(member, major, new Tally(counted, base), Tally.NONE);
    }
}
