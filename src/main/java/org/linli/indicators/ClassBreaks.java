package org.linli.indicators;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.words.Message;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps figures apart that are of different classes, or says that they were made comparable. */
@Component
class ClassBreaks {

    private final ClassBreakStore store;
    private final ZoneId zone;

    ClassBreaks(ClassBreakStore store, @Value("${linli.zone:Asia/Shanghai}") ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    /**
     * What must be said beside figures of a period; empty where nothing changed within it.
     *
     * @throws InvalidValue if they are told apart by class and the classes of one side have no
     *     counterpart on the other
     */
    Optional<Message> note(Question question) {
        var by = question.by();
        if (by != Grouping.MAJOR && by != Grouping.MATTER && by != Grouping.MONTH) {
            return Optional.empty();
        }
        var breaks = store.within(question.period());
        return breaks.isEmpty() ? Optional.empty() : Optional.of(told(by, breaks));
    }

    private Message told(Grouping by, List<ClassBreak> breaks) {
        var last = breaks.getLast();
        if (by == Grouping.MONTH) {
            return Message.of("indicator/note/months-across-break", day(last));
        }
        if (by == Grouping.MATTER) {
            return Message.of("indicator/note/matters-across-break", day(last));
        }
        var broken = unmapped(breaks);
        if (broken != null) {
            throw new InvalidValue(
                    "indicator/classes-broken",
                    "by",
                    day(broken),
                    String.join(", ", broken.ended()));
        }
        return Message.of("indicator/note/classes-mapped", day(last));
    }

    private static @Nullable ClassBreak unmapped(List<ClassBreak> breaks) {
        return breaks.stream().filter(change -> !change.maps()).findFirst().orElse(null);
    }

    private String day(ClassBreak change) {
        return LocalDate.ofInstant(change.at(), zone).toString();
    }
}
