package org.linli.indicators;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.linli.indicators.CaseMix.Member;
import org.linli.indicators.CaseMix.Tally;

/**
 * Compares the members of a peer group with what is expected of them, as a funnel plot does: D. J.
 * Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24
 * (2005) 1185–1202. Members with few cases have wide limits, those with many have narrow ones.
 *
 * @param all the cases of the group
 * @param comparable whether there are members enough
 * @param dispersion how much more than by chance its members vary; 1 where no more
 */
record Comparison(Tally all, boolean comparable, double dispersion) {

    /** Fewer members do not tell what is usual among their like. */
    static final int FEWEST_MEMBERS = 10;

    /** Of fewer cases each single one moves the rate by more than a tenth. */
    static final int FEWEST_CASES = 10;

    /** The part of the members, on either side, whose distance is not taken as it is. */
    private static final double WINSORISED = 0.1;

    private static final int POINTS = 40;

    static Comparison of(Collection<Member> members) {
        var all = members.stream().map(Member::all).reduce(Tally.NONE, Tally::plus);
        var large = members.stream().filter(Comparison::hasEnough).toList();
        var comparable = large.size() >= FEWEST_MEMBERS;
        return new Comparison(all, comparable, comparable ? dispersion(large) : 1);
    }

    private static boolean hasEnough(Member member) {
        return member.all().base() >= FEWEST_CASES;
    }

    /** The limits of a member; null where too little is known of it or of its peers. */
    @Nullable ControlLimits limits(Member member) {
        return comparable && hasEnough(member)
                ? ControlLimits.of(member.all().base(), member.expected(), dispersion)
                : null;
    }

    /**
     * The limits around the rate of the group as a whole, from the fewest cases to the most.
     *
     * @param most cases of any member
     */
    List<Bounds> funnel(long most) {
        if (!comparable) {
            return List.of();
        }
        var step = Math.pow((double) most / FEWEST_CASES, 1.0 / POINTS);
        return LongStream.rangeClosed(0, POINTS)
                .map(point -> Math.round(FEWEST_CASES * Math.pow(step, point)))
                .distinct()
                .mapToObj(cases -> Bounds.around(all.rate(), cases, dispersion))
                .toList();
    }

    /**
     * The mean square of the members' distances in standard deviations, the outermost tenth on
     * either side drawn in, so that few who stand out do not excuse themselves. Taken to be chance,
     * hence 1, within two standard deviations of it (Spiegelhalter 2005, section 5).
     */
    private static double dispersion(List<Member> members) {
        var distances = members.stream().mapToDouble(Comparison::distance).sorted().toArray();
        var count = distances.length;
        var drawnIn = (int) (WINSORISED * count);
        Arrays.fill(distances, 0, drawnIn, distances[drawnIn]);
        Arrays.fill(distances, count - drawnIn, count, distances[count - drawnIn - 1]);
        var found = DoubleStream.of(distances).map(z -> z * z).average().orElse(1);
        return found > 1 + 2 * Math.sqrt(2.0 / count) ? found : 1;
    }

    private static double distance(Member member) {
        var rate = member.expected() / member.all().base();
        var deviation = Math.sqrt(member.expected() * Math.max(0, 1 - rate));
        return deviation == 0 ? 0 : (member.all().counted() - member.expected()) / deviation;
    }
}
