package org.linli.launch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.access.BrokenSeals;
import org.linli.access.OpenToAll;
import org.linli.audit.TrailHealth;
import org.linli.charter.CharterCheck;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.log.FollowerHealth;
import org.linli.platform.log.Followers.Lag;
import org.linli.platform.postgres.DatabaseHealth;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever watches over Linli whether it can really serve at this moment. */
@RestController
class HealthController {

    private final DatabaseHealth database;
    private final TrailHealth trail;
    private final ApplicationAvailability availability;
    private final CharterCheck charter;
    private final BrokenSeals seals;
    private final FollowerHealth followers;

    HealthController(
            DatabaseHealth database,
            TrailHealth trail,
            ApplicationAvailability availability,
            CharterCheck charter,
            BrokenSeals seals,
            FollowerHealth followers) {
        this.database = database;
        this.trail = trail;
        this.availability = availability;
        this.charter = charter;
        this.seals = seals;
        this.followers = followers;
    }

    /**
     * @param status ready or not-ready
     * @param alarms what needs somebody's attention, though Linli serves
     * @param followers how far what follows the cases is behind
     */
    @Classified(FieldClass.C0)
    record Health(
            String status, DatabaseState database, List<String> alarms, List<Lag> followers) {}

    /**
     * @param faults what to put right before Linli can serve
     * @param weaknesses what could be better
     */
    @Classified(FieldClass.C0)
    record DatabaseState(
            String version, boolean durable, List<String> faults, List<String> weaknesses) {}

    @GetMapping("/health")
    @OpenToAll(because = "load balancers and watchdogs ask before anybody can sign in")
    ResponseEntity<Health> health(Locale locale) {
        var durability = database.ask();
        var ready = durability.faults().isEmpty() && acceptsRequests();
        var state =
                new DatabaseState(
                        durability.version(),
                        durability.faults().isEmpty(),
                        say(durability.faults(), locale),
                        say(durability.weaknesses(), locale));
        var lags = ready ? followers.lags() : List.<Lag>of();
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(
                        new Health(
                                ready ? "ready" : "not-ready",
                                state,
                                alarms(ready, lags, locale),
                                lags));
    }

    /** A database that is away cannot be asked how far its trail is sealed, or what it holds. */
    private List<String> alarms(boolean ready, List<Lag> lags, Locale locale) {
        if (!ready) {
            return List.of();
        }
        var own =
                Stream.of(trail.alarm(), charter.alarm(), seals.alarm()).flatMap(Optional::stream);
        return say(Stream.concat(own, FollowerHealth.alarms(lags).stream()).toList(), locale);
    }

    private boolean acceptsRequests() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    private static List<String> say(List<Message> messages, Locale locale) {
        return messages.stream().map(message -> Words.say(message, locale)).toList();
    }
}
