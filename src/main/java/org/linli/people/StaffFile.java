package org.linli.people;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.ImportTally;
import org.linli.platform.transfer.Importer;
import org.linli.platform.transfer.Row;
import org.linli.platform.transfer.Table;
import org.linli.platform.words.Message;
import org.springframework.stereotype.Component;

/** Staff as a file, one row a post. A person in it holds exactly the posts it names. */
@Component
class StaffFile implements Importer {

    private static final Columns COLUMNS =
            Columns.of("staff_id*", "name*", "role*", "area_code*", "unit_code");

    private static final Map<String, Role> ROLES =
            Arrays.stream(Role.values()).collect(Collectors.toMap(Role::code, Function.identity()));

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 100;

    private final Accounts accounts;
    private final Units units;
    private final Grid grid;

    StaffFile(Accounts accounts, Units units, Grid grid) {
        this.accounts = accounts;
        this.units = units;
        this.grid = grid;
    }

    @Override
    public String kind() {
        return "staff";
    }

    /** The rows of one person. */
    private record Person(String name, Map<Post, Row> posts) {}

    @Override
    public ImportReport load(Path file, ImportOptions options, ImportProgress progress) {
        var table = Table.open(file, COLUMNS, options.zone());
        var tally = new ImportTally();
        table.notes().forEach(tally::note);
        var staff = new LinkedHashMap<String, Person>();
        table.eachRow(row -> read(row, staff, tally));
        staff.forEach((id, person) -> put(id, person, options, tally));
        progress.at(table.rows(), table.rows());
        return tally.report();
    }

    private void read(Row row, Map<String, Person> staff, ImportTally tally) {
        var id = "staff:" + row.required("staff_id", LONGEST_CODE);
        var name = row.required("name", LONGEST_NAME);
        var post = post(row);
        var person = staff.computeIfAbsent(id, _ -> new Person(name, new LinkedHashMap<>()));
        if (!person.name().equals(name)) {
            row.reject("name", Message.of("people/other-name", person.name()));
        }
        if (!row.isSound()) {
            tally.rejected(row);
        } else if (person.posts().putIfAbsent(post, row) != null) {
            tally.unchanged();
        }
    }

    private Post post(Row row) {
        row.required("role", LONGEST_CODE);
        var role = row.oneOf("role", ROLES).orElse(Role.VIEWER);
        var area = row.required("area_code", LONGEST_CODE);
        var path = grid.division(area).map(Division::path).orElse("/");
        if (!area.isEmpty() && path.equals("/")) {
            row.reject("area_code", Message.of("people/unknown-area"));
        }
        var unit = row.find("unit_code", LONGEST_CODE).orElse(null);
        if (unit != null && units.unit(unit).isEmpty()) {
            row.reject("unit_code", Message.of("people/unknown-unit"));
        }
        return new Post(role, area, path, unit);
    }

    private void put(String id, Person person, ImportOptions options, ImportTally tally) {
        var posts = List.copyOf(person.posts().keySet());
        if (posts.isEmpty()) {
            return;
        }
        var held = accounts.find(id).filter(account -> account.active());
        var same =
                held.filter(account -> account.name().equals(person.name()))
                        .map(account -> posts.stream().filter(account.posts()::contains).count())
                        .orElse(0L);
        tally.unchanged(same);
        tally.accepted(posts.size() - same);
        if (!options.dryRun()) {
            accounts.ensure(id, person.name());
            accounts.setPosts(id, posts);
        }
    }
}
