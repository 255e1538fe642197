package org.linli.platform.transfer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.linli.platform.charter.Charter;
import org.linli.platform.words.Message;

/**
 * The columns a kind of file has.
 *
 * @param names all of them, in the order they are written
 * @param required those a file must have and whose cells may not be empty
 */
public record Columns(List<String> names, Set<String> required) {

    /** Columns of this beginning are somebody else's: they are let pass and not read. */
    private static final String FOREIGN = "x_";

    public Columns {
        names = List.copyOf(names);
        required = Set.copyOf(required);
    }

    /** Columns by name; a star behind a name says that it is required. */
    public static Columns of(String... starred) {
        SequencedSet<String> names = new LinkedHashSet<>();
        Set<String> required = new LinkedHashSet<>();
        for (var name : starred) {
            var bare = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
            names.add(bare);
            if (name.endsWith("*")) {
                required.add(bare);
            }
        }
        return new Columns(List.copyOf(names), required);
    }

    /**
     * Checks the first row of a table, or what all features of a map say between them.
     *
     * @throws FileRefused naming the first column that is unknown, unnamed, doubled or missing
     */
    public void check(List<String> header) {
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < header.size(); i++) {
            var name = header.get(i);
            if (name.isEmpty()) {
                throw new FileRefused("table/column-unnamed", i + 1);
            }
            refuseForbidden(name);
            if (!names.contains(name) && !name.startsWith(FOREIGN)) {
                throw new FileRefused("table/column-unknown", shown(name), allowed());
            }
            if (!seen.add(name)) {
                throw new FileRefused("table/column-doubled", shown(name));
            }
        }
        var missing = names.stream().filter(required::contains).filter(n -> !seen.contains(n));
        missing.findFirst()
                .ifPresent(name -> {
                    throw new FileRefused("table/column-missing", name, allowed());
                });
    }

    /** Columns of others are not read, but a file that carries them is a register being made. */
    private static void refuseForbidden(String name) {
        Charter.forbidsField(name)
                .ifPresent(rule -> {
                    throw new FileRefused(
                            "charter/column-refused",
                            shown(name),
                            rule.name(),
                            Message.of(rule.code()));
                });
    }

    private String allowed() {
        return String.join(", ", names) + ", " + FOREIGN + "…";
    }

    private static String shown(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }
}
