package org.linli.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.calendar.TimeLimit;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * What a district decides for itself about its cases (DOMAIN §1.5, §2.1, §2.4). One value, so that
 * it can be looked at, compared, tried and handed on as a whole.
 *
 * @param stages what the district calls the stretches of a case's way, in turn
 * @param areas the class of each area whose class is not the usual one
 * @param limits the district's own, in place of those of the catalogue
 * @param roles by step the roles that may take it here, where those are fewer than the policy
 *     allows
 */
@Classified(FieldClass.C0)
public record Rules(
        List<StageOf> stages,
        Turns turns,
        Sampled sampling,
        AreaClasses areas,
        List<OwnLimit> limits,
        Times times,
        Likeness similar,
        Map<String, List<String>> roles) {

    /** As most districts have them, and as all have them that have decided nothing. */
    public static final Rules USUAL =
            new Rules(
                    StageOf.SIX,
                    new Turns(2, 3, 2, 12),
                    new Sampled(0.05, 0.05, Map.of()),
                    new AreaClasses("B", Map.of()),
                    List.of(),
                    new Times(75, 10, 15, 15, 30),
                    new Likeness(50, 250, 15),
                    Map.of());

    public Rules {
        stages = List.copyOf(stages);
        limits = List.copyOf(limits);
        // in the order of the codes, so that the same rules are the same file
        roles = new TreeMap<>(roles);
    }

    /**
     * How often what may happen to one case.
     *
     * @param returnsUntilRuling how often units may send a case back on one clock until the shift
     *     leader rules whose it is (推诿认定)
     * @param reworksUntilRuling how often a check may find one unit's work wanting until the shift
     *     leader says who goes on (返工)
     * @param extensions how often the limit of one clock may be granted once more (延期)
     * @param longestHoldMonths how long a case may be put on hold, once (挂账)
     */
    @Classified(FieldClass.C0)
    public record Turns(
            int returnsUntilRuling,
            int reworksUntilRuling,
            int extensions,
            int longestHoldMonths) {}

    /**
     * Which share of what the grid closed itself is drawn for an independent check (抽查), 0 to 1.
     *
     * @param urgent of what cannot wait, where an error is worse
     * @param byMatter of single matters, by code, in place of either
     */
    @Classified(FieldClass.C0)
    public record Sampled(double usual, double urgent, Map<String, Double> byMatter) {

        public Sampled {
            byMatter = new TreeMap<>(byMatter);
        }
    }

    /**
     * The classes of areas that limits differ by: A 核心, B, C 一般.
     *
     * @param usual of areas that have none of their own, nor lie in one that has
     * @param byArea by the code of a division or cell
     */
    @Classified(FieldClass.C0)
    public record AreaClasses(String usual, Map<String, String> byArea) {

        public AreaClasses {
            byArea = new TreeMap<>(byArea);
        }

        /** The class of the lowest area of a path that has one. */
        String of(String path) {
            return List.of(path.split("/", -1)).reversed().stream()
                    .map(byArea::get)
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(usual);
        }
    }

    /**
     * A limit in place of the catalogue's.
     *
     * @param areaClass the class of area it holds in; null for all that have none of their own
     */
    @Classified(FieldClass.C0)
    public record OwnLimit(
            String matter, int condition, @Nullable String areaClass, TimeLimit limit) {}

    /**
     * How long things may wait that have no due time of their own.
     *
     * @param warnPercent of a limit, after which its unit is warned
     * @param onCallMinutes until an urgent order goes to the next person on call
     */
    @Classified(FieldClass.C0)
    public record Times(
            int warnPercent,
            int onCallMinutes,
            int acceptMinutes,
            int dispatchMinutes,
            int verifyMinutes) {}

    /**
     * What counts as perhaps the same thing reported twice.
     *
     * @param metres between open cases of one matter
     * @param residentsMetres likewise for residents, who point at a map less exactly
     * @param closedDays for how long a closed case may be reopened instead
     */
    @Classified(FieldClass.C0)
    public record Likeness(int metres, int residentsMetres, int closedDays) {}

    /** The class of the area that a place with this path lies in. */
    public String areaClass(String path) {
        return areas.of(path);
    }

    /** The district's own limit for a condition in a class of area; empty where it has none. */
    public Optional<TimeLimit> limit(String matter, int condition, String areaClass) {
        return limits.stream()
                .filter(own -> own.matter.equals(matter) && own.condition == condition)
                .filter(own -> own.areaClass == null || own.areaClass.equals(areaClass))
                .max(Comparator.comparing(own -> own.areaClass != null))
                .map(OwnLimit::limit);
    }

    /** The share of the cases of a matter closed by the grid itself that is drawn for a check. */
    public double samplingRate(@Nullable String matter, boolean urgent) {
        var own = matter == null ? null : sampling.byMatter.get(matter);
        return own != null ? own : urgent ? sampling.urgent : sampling.usual;
    }
}
