package org.linli.charter;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.charter.Charter;
import org.linli.platform.charter.CharterRule;
import org.linli.platform.charter.Named;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;

/**
 * Looks through what this installation holds for names that the charter forbids: its tables and
 * their columns, its settings, its sentences, and whatever its people have named.
 */
@Component
public class CharterCheck {

    /** Health is asked often, and columns do not come by the second. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Sentences that say what is refused have to name it. */
    private static final String OF_THE_CHARTER = "charter/";

    private static final String SETTINGS = "linli.";

    private record Found(String where, String name) {}

    private final SchemaNames schema;
    private final ObjectProvider<Named> named;
    private final ConfigurableEnvironment settings;
    private final Clock clock;
    private final AtomicReference<@Nullable Kept> last = new AtomicReference<>();

    CharterCheck(
            SchemaNames schema,
            ObjectProvider<Named> named,
            ConfigurableEnvironment settings,
            Clock clock) {
        this.schema = schema;
        this.named = named;
        this.settings = settings;
        this.clock = clock;
    }

    /** The result, at most a minute old. */
    public Kept kept() {
        var before = last.get();
        if (before != null && before.at().plus(FRESH).isAfter(clock.instant())) {
            return before;
        }
        var now = look();
        last.set(now);
        return now;
    }

    /** What to tell whoever watches over Linli, if the charter is not kept. */
    public Optional<Message> alarm() {
        return Optional.of(kept())
                .filter(result -> !result.kept())
                .map(result -> Message.of("charter/not-kept", result.breaches().size()));
    }

    /** Looks anew. */
    Kept look() {
        var looked = new ArrayList<Found>();
        var breaches = new ArrayList<Breach>();
        search(columns(), Charter::forbidsField, looked, breaches);
        search(settings(), Charter::forbidsField, looked, breaches);
        search(words(), Charter::forbidsWord, looked, breaches);
        search(things(), Charter::forbidsWord, looked, breaches);
        return new Kept(breaches.isEmpty(), looked.size(), clock.instant(), breaches);
    }

    private static void search(
            Stream<Found> names,
            Function<String, Optional<CharterRule>> forbids,
            List<Found> looked,
            List<Breach> breaches) {
        names.forEach(found -> {
            looked.add(found);
            forbids.apply(found.name)
                    .ifPresent(rule -> breaches.add(new Breach(rule, found.where, found.name)));
        });
    }

    private Stream<Found> columns() {
        return schema.all().stream().map(name -> new Found("schema", name));
    }

    private Stream<Found> settings() {
        return settings.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source ->
                        Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.startsWith(SETTINGS))
                .distinct()
                .map(name -> new Found("setting", name));
    }

    private static Stream<Found> words() {
        return Stream.of("zh", "en")
                .flatMap(language -> Words.wordings(language).entrySet().stream())
                .filter(wording -> !wording.getKey().startsWith(OF_THE_CHARTER))
                .map(wording -> new Found("words " + wording.getKey(), wording.getValue()));
    }

    private Stream<Found> things() {
        return named.stream()
                .flatMap(module -> module.names().map(name -> new Found(module.what(), name)));
    }
}
