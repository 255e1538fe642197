package org.linli.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import org.linli.access.AccessContext;
import org.linli.register.Register;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets people live in the demo district, in the background: their names are no names, their ID
 * numbers are of a place that does not exist, and no telephone has their numbers.
 */
@Component
@ConditionalOnBooleanProperty("linli.demo")
class DemoResidents {

    private static final Logger LOG = LoggerFactory.getLogger(DemoResidents.class);

    /** The community whose grid head and members the visitor can be. */
    private static final String COMMUNITY = "990104005021";

    private static final int PEOPLE = 40;
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final DemoDistrict district;
    private final Register register;
    private final Path settled;

    DemoResidents(DemoDistrict district, Register register, @Value("${linli.data}") Path data) {
        this.district = district;
        this.register = register;
        this.settled = data.resolve("demo-settled");
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (!Files.exists(settled)) {
            Thread.ofVirtual()
                    .name("demo-residents")
                    .start(() -> AccessContext.asSystem("demo residents", this::settle));
        }
    }

    private void settle() {
        try {
            district.loadHouseholds();
            var households = register.households(COMMUNITY, PEOPLE);
            for (int i = 0; i < households.size(); i++) {
                register.enter(households.get(i), name(i), phone(i), idNumber(i));
            }
            DemoDistrict.keep(settled, "");
        } catch (RuntimeException broken) {
            LOG.warn("The demo's residents could not all move in", broken);
        }
    }

    private static String name(int i) {
        return "示范"
                + (i < STEMS.length() ? "" : STEMS.charAt(i / STEMS.length()))
                + STEMS.charAt(i % STEMS.length());
    }

    private static String phone(int i) {
        return "1000104%04d".formatted(i + 1);
    }

    private static String idNumber(int i) {
        var body = "990104%d0101%03d".formatted(1940 + i, i + 1);
        var sum = 0;
        for (int digit = 0; digit < WEIGHTS.length; digit++) {
            sum += WEIGHTS[digit] * (body.charAt(digit) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
