package org.linli.launch;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words after a command, read.
 *
 * @param operands by name, such as FILE
 * @param options by name without dashes
 * @param flags those that were set
 */
record Arguments(Map<String, String> operands, Map<String, String> options, Set<String> flags) {

    Arguments {
        operands = Map.copyOf(operands);
        options = Map.copyOf(options);
        flags = Set.copyOf(flags);
    }

    String operand(String name) {
        return Optional.ofNullable(operands.get(name)).orElseThrow();
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * @throws WrittenWrongly if it was not given
     */
    String required(String name) {
        return option(name)
                .orElseThrow(() -> new WrittenWrongly("launch/option-missing", "--" + name));
    }

    Optional<Path> path(String name) {
        return option(name).map(Path::of);
    }

    /**
     * @throws WrittenWrongly if it is no port
     */
    Optional<Integer> port() {
        return option("port")
                .map(given -> {
                    if (!given.matches("\\d{1,5}") || Integer.parseInt(given) > 65_535) {
                        throw new WrittenWrongly("launch/value-wrong", "--port", given);
                    }
                    return Integer.valueOf(given);
                });
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
