package org.linli.catalogue;

import java.util.stream.Stream;
import org.linli.platform.charter.Named;
import org.springframework.stereotype.Component;

/** What each installation calls its matters, shown to the charter. */
@Component
class MatterNames implements Named {

    private final Catalogue catalogue;

    MatterNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String what() {
        return "matter";
    }

    @Override
    public Stream<String> names() {
        return catalogue.matters().stream()
                .flatMap(matter -> Stream.of(matter.nameZh(), matter.nameEn()));
    }
}
