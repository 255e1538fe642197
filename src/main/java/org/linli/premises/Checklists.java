package org.linli.premises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lists that come with Linli, every version of each. */
@Component
class Checklists {

    private static final ClassPathResource FILE = new ClassPathResource("premises/checklists.json");

    private final List<Checklist> all;

    Checklists(JsonMapper json) {
        try (var file = FILE.getInputStream()) {
            all = json.readValue(file, new TypeReference<>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The latest version of each list. */
    List<Checklist> latest() {
        return all.stream().filter(list -> list.equals(latest(list.code()).orElse(null))).toList();
    }

    Optional<Checklist> latest(String code) {
        return all.stream().filter(list -> list.code().equals(code)).reduce((_, later) -> later);
    }

    /** A version that a check was begun with: none is ever taken away. */
    Checklist get(String code, int version) {
        return all.stream()
                .filter(list -> list.code().equals(code) && list.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No list " + code + " " + version));
    }
}
