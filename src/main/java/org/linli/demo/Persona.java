package org.linli.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Somebody of the demo district's staff to look over the shoulder of. */
enum Persona {
    ADMIN("W0333"),
    DISTRICT("W0328"),
    STREET("W0135"),
    LEADER("W0247"),
    COMMUNITY("W0112"),
    GRID("W0001"),
    UNIT("W0311"),
    /** A property company: an outside party with a log-in of its own. */
    PROPERTY("W0324"),
    CHECKER("W0249"),
    SUPERVISOR("W0248"),
    /** Puts in force the rules that the administrator drafts. */
    DISTRICT_LEADER("W0329"),
    PRIVACY("W0330"),
    VIEWER("W0334");

    private final String staffId;

    Persona(String staffId) {
        this.staffId = staffId;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String accountId() {
        return "staff:" + staffId;
    }

    /** Where they work. */
    String page() {
        return switch (this) {
            case GRID -> "/field";
            case PRIVACY -> "/console/register";
            case SUPERVISOR -> "/console/checks";
            case DISTRICT_LEADER -> "/console/rules";
            default -> "/console";
        };
    }

    static Optional<Persona> of(String key) {
        return Arrays.stream(values()).filter(persona -> persona.key().equals(key)).findFirst();
    }
}
