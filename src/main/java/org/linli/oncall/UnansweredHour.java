package org.linli.oncall;

import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * 无人应答时段: what went without an answer in one hour of the week in one street. It names places and
 * times, and never who was on call.
 *
 * @param streetName null while nobody knows the street
 * @param weekday 1 is Monday
 * @param hour from 0 to 23
 * @param unanswered how many of the orders nobody took within a quarter of an hour
 */
@Classified(FieldClass.C0)
record UnansweredHour(
        String streetCode,
        @Nullable String streetName,
        int weekday,
        int hour,
        long unanswered,
        long orders) {

    UnansweredHour in(@Nullable String street) {
        return new UnansweredHour(streetCode, street, weekday, hour, unanswered, orders);
    }
}
