package org.linli.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something asked besides when a matter is reported.
 *
 * @param code its name among the questions of the matter
 * @param place from 1
 * @param choices none where anything may be answered
 */
public record Question(
        String matterCode,
        String code,
        int place,
        Datatype datatype,
        boolean required,
        String textZh,
        String textEn,
        List<Choice> choices) {

    public Question {
        choices = List.copyOf(choices);
    }

    /** One of the answers to choose from. */
    public record Choice(String key, String zh, String en) {}

    /** What an answer is, as Open311 GeoReport v2 names it. */
    public enum Datatype {
        STRING,
        NUMBER,
        DATETIME,
        TEXT,
        SINGLEVALUELIST,
        MULTIVALUELIST;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is answered by choosing. */
        boolean isList() {
            return this == SINGLEVALUELIST || this == MULTIVALUELIST;
        }

        static Datatype of(String code) {
            return Arrays.stream(values())
                    .filter(type -> type.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The choice with this key, or empty if there is none. */
    public Optional<Choice> choice(String key) {
        return choices.stream().filter(choice -> choice.key().equals(key)).findFirst();
    }
}
