package org.linli.indicators;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Matter;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.people.Units;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.stereotype.Component;

/** The groups that figures are told apart by, and what they are called. */
@Component
class Groups {

    private final Grid grid;
    private final Catalogue catalogue;
    private final Units units;

    Groups(Grid grid, Catalogue catalogue, Units units) {
        this.grid = grid;
        this.catalogue = catalogue;
        this.units = units;
    }

    /**
     * The codes of the areas that are told apart; none unless it is by area.
     *
     * @param areaCode null for all there are
     */
    List<String> areas(Grouping by, @Nullable String areaCode) {
        if (!by.byArea()) {
            return List.of();
        }
        var level = Level.valueOf(by.name());
        var areas = areaCode == null ? grid.level(level) : grid.under(areaCode, level);
        return areas.stream().map(Division::code).toList();
    }

    /** The major class of each matter; none unless it is by major class. */
    Map<String, String> majors(Grouping by) {
        return by != Grouping.MAJOR
                ? Map.of()
                : catalogue.matters().stream()
                        .collect(
                                Collectors.toMap(
                                        Matter::code, matter -> matter.sheet().majorCode()));
    }

    /** What each group is called, in one language; a name nobody knows is the code itself. */
    Function<String, String> names(Grouping by, Locale locale) {
        return switch (by) {
            case NONE, MONTH -> Function.identity();
            case STREET, COMMUNITY, GRID ->
                    code ->
                            rest(
                                    code,
                                    locale,
                                    grid.division(code).map(Division::name).orElse(code));
            case SOURCE -> code -> Words.say(Message.of("indicator/source/" + code), locale);
            case UNIT ->
                    code ->
                            code.equals(Grouping.NO_UNIT)
                                    ? Words.say(Message.of("indicator/group/grid"), locale)
                                    : units.nameOf(code).orElse(code);
            case MATTER ->
                    code ->
                            rest(
                                    code,
                                    locale,
                                    catalogue
                                            .matter(code)
                                            .map(matter -> name(matter, locale))
                                            .orElse(code));
            case MAJOR -> majorNames(locale);
        };
    }

    private Function<String, String> majorNames(Locale locale) {
        var names =
                catalogue.matters().stream()
                        .collect(
                                Collectors.toMap(
                                        matter -> matter.sheet().majorCode(),
                                        matter ->
                                                isChinese(locale)
                                                        ? matter.sheet().majorZh()
                                                        : matter.sheet().majorEn(),
                                        (one, _) -> one));
        return code -> rest(code, locale, names.getOrDefault(code, code));
    }

    private static String rest(String code, Locale locale, String name) {
        return code.equals(Grouping.REST)
                ? Words.say(Message.of("indicator/group/none"), locale)
                : name;
    }

    private static String name(Matter matter, Locale locale) {
        return isChinese(locale) ? matter.nameZh() : matter.nameEn();
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
