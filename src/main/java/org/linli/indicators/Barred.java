package org.linli.indicators;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.linli.platform.charter.Charter;
import org.linli.platform.words.Message;

/**
 * Figures that others have and that are never reckoned here: those the charter forbids, and those
 * that are reached by writing more or by settling less (DOMAIN §3.2, §3.4).
 */
enum Barred {
    /** How much was written down, which was copied from the day before. */
    LOG_COUNT("日志量", "日志数", "日志条数", "log_count", "logs", "diary_count", "rizhishu"),
    /** Pushes people into agreements they do not want. */
    MEDIATION_SUCCESS("调解成功率", "调解成功数", "mediation_success", "mediation_success_rate");

    private final Set<String> names;

    Barred(String... names) {
        this.names = Set.of(names);
    }

    /** Why there is no figure of this name, or empty if nothing forbids it. */
    static Optional<Message> reason(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(barred -> barred.names.contains(plain))
                .findFirst()
                .map(barred ->
                        Message.of("indicator/barred/" + barred.name().toLowerCase(Locale.ROOT)))
                .or(() -> Charter.forbidsWord(name).map(rule -> Message.of(rule.code())));
    }
}
