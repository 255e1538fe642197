package org.linli.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may follow a command.
 *
 * @param operands the words it needs, in order, such as KIND and FILE
 * @param options those that take a value, without dashes
 * @param flags those that do not
 */
record Syntax(List<String> operands, Set<String> options, Set<String> flags) {

    Syntax {
        operands = List.copyOf(operands);
        options = Set.copyOf(options);
        flags = Set.copyOf(flags);
    }

    /**
     * Reads the words after a command.
     *
     * @throws WrittenWrongly if one is not known, or one is missing
     */
    Arguments read(List<String> words) {
        var given = new ArrayList<String>();
        var values = new HashMap<String, String>();
        var set = new HashSet<String>();
        for (var word = words.iterator(); word.hasNext(); ) {
            var next = word.next();
            if (!next.startsWith("--")) {
                given.add(next);
                continue;
            }
            var parts = next.substring(2).split("=", 2);
            var name = parts[0];
            if (flags.contains(name) && parts.length == 1) {
                set.add(name);
            } else if (options.contains(name)) {
                if (parts.length == 1 && !word.hasNext()) {
                    throw new WrittenWrongly("launch/value-missing", "--" + name);
                }
                values.put(name, parts.length == 2 ? parts[1] : word.next());
            } else {
                throw new WrittenWrongly("launch/option-unknown", next);
            }
        }
        return new Arguments(named(given), values, set);
    }

    private Map<String, String> named(List<String> given) {
        if (given.size() < operands.size()) {
            throw new WrittenWrongly("launch/operand-missing", operands.get(given.size()));
        }
        if (given.size() > operands.size()) {
            throw new WrittenWrongly("launch/operand-unknown", given.get(operands.size()));
        }
        var named = new HashMap<String, String>();
        for (var i = 0; i < operands.size(); i++) {
            named.put(operands.get(i), given.get(i));
        }
        return named;
    }
}
