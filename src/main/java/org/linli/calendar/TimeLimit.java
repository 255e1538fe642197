package org.linli.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * How long something may take, counted in one of four ways: {@code 4WH}, {@code 2CH}, {@code 3WD},
 * {@code 5CD}.
 *
 * @param amount from 1 to {@value #MOST}
 */
@Classified(FieldClass.C0)
public record TimeLimit(int amount, Kind kind) {

    /** What the amount counts. */
    public enum Kind {
        /** 工作时: hours of {@link WorkingTime}. */
        WORKING_HOURS("WH"),
        /** 紧急工作时: hours by day and night, on every day. */
        CONTINUOUS_HOURS("CH"),
        /** 工作日: eight working hours each. */
        WORKING_DAYS("WD"),
        /** 自然日: to the same time of a later day. */
        CALENDAR_DAYS("CD");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** Whether it stands still at night and on days off. */
        public boolean isWorkingTime() {
            return this == WORKING_HOURS || this == WORKING_DAYS;
        }
    }

    /** The largest amount: more than any catalogue asks, less than a life. */
    public static final int MOST = 9999;

    private static final Pattern CODE = Pattern.compile("([1-9]\\d{0,3})(WH|CH|WD|CD)");

    public TimeLimit {
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("No limit of " + amount);
        }
    }

    /** The limit so written, or empty if it is none. */
    public static Optional<TimeLimit> of(String code) {
        var parts = CODE.matcher(code);
        return parts.matches()
                ? Optional.of(new TimeLimit(Integer.parseInt(parts.group(1)), kind(parts.group(2))))
                : Optional.empty();
    }

    /**
     * The limit so written in our own data.
     *
     * @throws IllegalArgumentException if it is none
     */
    @JsonCreator
    public static TimeLimit parse(String code) {
        return of(code).orElseThrow(() -> new IllegalArgumentException("No limit: " + code));
    }

    /** This limit so many times over, as an extension of it does. */
    public TimeLimit times(int factor) {
        return new TimeLimit(Math.multiplyExact(amount, factor), kind);
    }

    /** As catalogues write it, such as {@code 4WH}. */
    @JsonValue
    public String code() {
        return amount + kind.code;
    }

    @Override
    public String toString() {
        return code();
    }

    private static Kind kind(String code) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
