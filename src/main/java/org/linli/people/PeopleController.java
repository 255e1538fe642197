package org.linli.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.Account;
import org.linli.access.Accounts;
import org.linli.access.Action;
import org.linli.access.Permission;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.Scope;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who works where. */
@RestController
class PeopleController {

    /** Whose work is with cases; the names of those who look after the system are not for all. */
    private static final Set<Role> AT_WORK =
            EnumSet.complementOf(
                    EnumSet.of(
                            Role.PRIVACY_OFFICER,
                            Role.SECURITY_ADMINISTRATOR,
                            Role.AUDITOR,
                            Role.ADMINISTRATOR,
                            Role.VIEWER));

    private static final int MOST = 200;

    private final Accounts accounts;
    private final Units units;
    private final Grid grid;

    PeopleController(Accounts accounts, Units units, Grid grid) {
        this.accounts = accounts;
        this.units = units;
        this.grid = grid;
    }

    /**
     * A page of posts.
     *
     * @param next the cursor of the next page; null on the last
     */
    @Classified(FieldClass.C1)
    record Page(List<ShownPost> items, @Nullable String next) {}

    /**
     * The posts in an area, and for a grid those of the community that answer for it.
     *
     * @param limit of people, of whom each may hold several posts
     */
    @GetMapping("/api/v1/people")
    @Permission(Action.PEOPLE_READ)
    Page people(
            @RequestParam String area,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "200") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidValue("request/out-of-range", "limit", 1, MOST);
        }
        var division =
                grid.division(area)
                        .orElseThrow(() -> new InvalidValue("people/no-such-area", "area", area));
        var scope = new Scope(List.of(looked(division).path()), List.of(), "");
        var page = accounts.list(scope, cursor, limit);
        var items = page.stream().flatMap(account -> shown(account, division.path())).toList();
        return new Page(items, page.size() < limit ? null : page.getLast().id());
    }

    private Division looked(Division division) {
        var isGrid = division.level() == Level.GRID || division.level() == Level.MICROGRID;
        return Optional.ofNullable(division.parentCode())
                .filter(_ -> isGrid)
                .flatMap(grid::division)
                .orElse(division);
    }

    private Stream<ShownPost> shown(Account account, String path) {
        return account.posts().stream()
                .filter(post -> AT_WORK.contains(post.role()))
                .filter(post -> post.covers(path) || post.areaPath().startsWith(path))
                .map(post -> shown(account.name(), post));
    }

    private ShownPost shown(String name, Post post) {
        var unit = post.unitCode();
        return new ShownPost(
                name,
                post.role().code(),
                post.areaCode(),
                grid.division(post.areaCode()).map(Division::name).orElse(null),
                unit,
                unit == null ? null : units.nameOf(unit).orElse(null));
    }
}
