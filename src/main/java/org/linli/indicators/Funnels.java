package org.linli.indicators;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.indicators.CaseMix.Stratum;
import org.linli.indicators.CaseMix.Tally;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.stereotype.Service;

/** Compares areas and units with their like (DOMAIN §8.15): never people, and nobody by rank. */
@Service
class Funnels {

    private final Indicators indicators;
    private final IndicatorStore store;
    private final Groups groups;
    private final PeerKinds kinds;

    Funnels(Indicators indicators, IndicatorStore store, Groups groups, PeerKinds kinds) {
        this.indicators = indicators;
        this.store = store;
        this.groups = groups;
        this.kinds = kinds;
    }

    /**
     * A rate of the members of an area, peer group by peer group, as far as somebody may see cases.
     *
     * @throws NoSuchArea if there is no such area, or none they may see
     * @throws InvalidValue if nothing is expected of the figure, or it is told apart by what has no
     *     peers
     */
    Funnel of(Actor actor, Question question, Locale locale) {
        var by = question.by();
        var indicator = question.indicators().getFirst();
        var base = indicator.base();
        if (base == null || !indicator.isComparable()) {
            throw new InvalidValue("indicator/no-rate", "name", indicator.name());
        }
        if (!PeerKinds.has(by)) {
            throw new InvalidValue("indicator/no-peers", "by");
        }
        var counting = indicators.counting(actor, question);
        var strata =
                store
                        .mix(counting, groups.majors(Grouping.MAJOR), indicator.counted(), base)
                        .stream()
                        .filter(stratum -> PeerKinds.isMember(stratum.group()))
                        .collect(Collectors.groupingBy(stratum -> kinds.of(by, stratum.group())));
        var codes =
                codes(strata, kinds.areas(by, question.area(), counting.scope().areaPaths()), by);
        var names = groups.names(by, locale);
        return new Funnel(
                indicator.name(),
                Words.say(indicator.label(), locale),
                by.code(),
                question.period().until(),
                Definition.text(indicator, locale),
                Words.say(Message.of("indicator/funnel"), locale),
                indicators.note(question, locale),
                codes.entrySet().stream()
                        .map(kind ->
                                peers(
                                        question,
                                        kind.getKey(),
                                        kind.getValue(),
                                        strata.getOrDefault(kind.getKey(), List.of()),
                                        names,
                                        locale))
                        .toList());
    }

    /** The members of each kind by code, also those without a case. */
    private Map<String, TreeSet<String>> codes(
            Map<String, List<Stratum>> strata, List<String> areas, Grouping by) {
        var counted = strata.values().stream().flatMap(List::stream).map(Stratum::group);
        return Stream.concat(counted, areas.stream())
                .collect(
                        Collectors.groupingBy(
                                code -> kinds.of(by, code),
                                TreeMap::new,
                                Collectors.toCollection(TreeSet::new)));
    }

    private Funnel.Peers peers(
            Question question,
            String kind,
            TreeSet<String> codes,
            List<Stratum> strata,
            Function<String, String> names,
            Locale locale) {
        var members = CaseMix.members(strata);
        var comparison = Comparison.of(members.values());
        var most = members.values().stream().mapToLong(each -> each.all().base()).max().orElse(0);
        return new Funnel.Peers(
                kind,
                kinds.name(kind, locale),
                comparison.all().counted(),
                comparison.all().base(),
                Indicators.rate(comparison.all().counted(), comparison.all().base()),
                comparison.comparable(),
                comparison.dispersion(),
                codes.stream()
                        .map(code ->
                                member(
                                        question,
                                        members.getOrDefault(code, none(code)),
                                        names.apply(code),
                                        comparison))
                        .toList(),
                comparison.funnel(most));
    }

    private static CaseMix.Member none(String code) {
        return new CaseMix.Member(code, Tally.NONE, Tally.NONE, 0);
    }

    private static Funnel.Member member(
            Question question, CaseMix.Member member, String name, Comparison comparison) {
        var indicator = question.indicators().getFirst();
        var all = member.all();
        var limits = comparison.limits(member);
        return new Funnel.Member(
                member.group(),
                name,
                all.counted(),
                all.base(),
                Indicators.rate(all.counted(), all.base()),
                member.own().counted(),
                member.own().base(),
                limits,
                standing(all, limits),
                Indicators.link(indicator, question, member.group(), Part.NUMERATOR),
                Indicators.link(indicator, question, member.group(), Part.DENOMINATOR));
    }

    private static Standing standing(Tally all, @Nullable ControlLimits limits) {
        if (all.base() == 0) {
            return Standing.NOTHING;
        }
        return limits == null ? Standing.TOO_FEW : limits.of(all.counted());
    }
}
