package org.linli.launch;

import java.util.List;
import java.util.Locale;
import org.linli.access.OpenToAll;
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
    private final ApplicationAvailability availability;

    HealthController(DatabaseHealth database, ApplicationAvailability availability) {
        this.database = database;
        this.availability = availability;
    }

    /**
     * @param status ready or not-ready
     */
    record Health(String status, DatabaseState database) {}

    /**
     * @param faults what to put right before Linli can serve
     */
    record DatabaseState(String version, boolean durable, List<String> faults) {}

    @GetMapping("/health")
    @OpenToAll(because = "load balancers and watchdogs ask before anybody can sign in")
    ResponseEntity<Health> health(Locale locale) {
        var durability = database.ask();
        var ready = durability.faults().isEmpty() && acceptsRequests();
        var state =
                new DatabaseState(
                        durability.version(),
                        durability.faults().isEmpty(),
                        durability.faults().stream().map(fault -> say(fault, locale)).toList());
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Health(ready ? "ready" : "not-ready", state));
    }

    private boolean acceptsRequests() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    private static String say(Message fault, Locale locale) {
        return Words.say(fault, locale);
    }
}
