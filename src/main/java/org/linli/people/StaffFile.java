package org.linli.people;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.access.Account;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.Scope;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.ImportTally;
import org.linli.platform.transfer.Importer;
import org.linli.platform.transfer.Row;
import org.linli.platform.transfer.Table;
import org.linli.platform.transfer.TableWriter;
import org.linli.platform.words.Message;
import org.springframework.stereotype.Component;

/** Staff as a file, one row a post. A person in it holds exactly the posts it names. */
@Component
class StaffFile implements Importer, Exporter {

    private static final Columns COLUMNS =
            Columns.of("staff_id*", "name*", "role*", "area_code*", "unit_code");

    private static final Map<String, Role> ROLES =
            Arrays.stream(Role.values()).collect(Collectors.toMap(Role::code, Function.identity()));

    /** What makes an account of a staff id. */
    private static final String KIND = "staff:";

    private static final Pattern STAFF_ID = Pattern.compile("[\\p{L}\\p{N}._-]{1,80}");

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_ID = 80;
    private static final int LONGEST_NAME = 50;

    private static final int PAGE = 200;

    /** How many people one note names. */
    private static final int MOST_NAMED = 20;

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

    /** The sound rows of one person. */
    private record Person(String name, Map<Post, Row> posts) {}

    @Override
    public ImportReport load(Path file, ImportOptions options, ImportProgress progress) {
        var table = Table.open(file, COLUMNS, options.zone());
        var tally = new ImportTally();
        table.notes().forEach(tally::note);
        var staff = new LinkedHashMap<String, Person>();
        table.eachRow(row -> read(row, staff, tally));
        var done = 0;
        var closed = new ArrayList<String>();
        for (var entry : staff.entrySet()) {
            var id = entry.getKey();
            if (accounts.find(id).filter(account -> !account.active()).isPresent()) {
                closed.add(id.substring(KIND.length()));
                tally.unchanged(entry.getValue().posts().size());
            } else {
                put(id, entry.getValue(), options, tally);
            }
            done += entry.getValue().posts().size();
            progress.at(done, table.rows());
        }
        noteClosed(closed, tally);
        progress.at(table.rows(), table.rows());
        return tally.report();
    }

    @Override
    public void write(OutputStream out) {
        var table = new TableWriter(out, COLUMNS.names());
        var everybody = new Scope(List.of(Post.EVERYWHERE), List.of(), "");
        var page = accounts.list(everybody, "", PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(account -> account.active() && account.id().startsWith(KIND))
                    .forEach(account -> write(account, table));
            page = accounts.list(everybody, page.getLast().id(), PAGE);
        }
        table.finish();
    }

    private static void write(Account account, TableWriter table) {
        for (var post : account.posts()) {
            table.row(
                    account.id().substring(KIND.length()),
                    account.name(),
                    post.role().code(),
                    post.areaCode(),
                    post.unitCode());
        }
    }

    private void read(Row row, Map<String, Person> staff, ImportTally tally) {
        var id = row.required("staff_id", LONGEST_ID);
        if (!id.isEmpty() && !STAFF_ID.matcher(id).matches()) {
            row.reject("staff_id", Message.of("people/staff-id"));
        }
        var name = row.required("name", LONGEST_NAME);
        var post = post(row);
        var known = staff.get(KIND + id);
        if (known != null && !known.name().equals(name)) {
            row.reject("name", Message.of("people/other-name", known.name()));
        }
        if (known != null) {
            requireApart(row, post.role(), known);
        }
        if (!row.isSound()) {
            tally.rejected(row);
            return;
        }
        var person = staff.computeIfAbsent(KIND + id, _ -> new Person(name, new LinkedHashMap<>()));
        if (person.posts().putIfAbsent(post, row) != null) {
            tally.unchanged();
        }
    }

    /** Nobody is two of the three administrators. */
    private static void requireApart(Row row, Role role, Person known) {
        known.posts().keySet().stream()
                .map(Post::role)
                .filter(role::excludes)
                .findFirst()
                .ifPresent(other ->
                        row.reject("role", Message.of("people/two-administrations", other.code())));
    }

    private Post post(Row row) {
        row.required("role", LONGEST_CODE);
        var role = row.oneOf("role", ROLES).orElse(Role.VIEWER);
        var area = row.required("area_code", LONGEST_CODE);
        var unit = row.find("unit_code", LONGEST_CODE).orElse(null);
        if (unit != null && units.unit(unit).isEmpty()) {
            row.reject("unit_code", Message.of("people/unknown-unit"));
        }
        if (unit == null && role == Role.UNIT_HANDLER) {
            row.reject("unit_code", Message.of("people/unit-needed"));
        }
        return new Post(role, area, path(row, area), unit);
    }

    private String path(Row row, String area) {
        var path = grid.division(area).map(Division::path);
        if (path.isEmpty() && !area.isEmpty() && !area.equals(Post.EVERYWHERE)) {
            row.reject("area_code", Message.of("people/unknown-area"));
        }
        return path.orElse(Post.EVERYWHERE);
    }

    /** Whoever was made to leave does not come back by a file that still names them. */
    private static void noteClosed(List<String> closed, ImportTally tally) {
        if (!closed.isEmpty()) {
            var named = closed.stream().limit(MOST_NAMED).collect(Collectors.joining(" "));
            var more = closed.size() > MOST_NAMED ? " …" : "";
            tally.note(Message.of("people/closed", closed.size(), named + more));
        }
    }

    private void put(String id, Person person, ImportOptions options, ImportTally tally) {
        var posts = List.copyOf(person.posts().keySet());
        var same =
                accounts.find(id)
                        .filter(account -> account.name().equals(person.name()))
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
