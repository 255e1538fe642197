package org.linli.notices;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of a day in which only what is urgent goes out; they may run over midnight.
 *
 * @param from in minutes of the day
 * @param to the same for no such hours
 */
record Quiet(int from, int to) {

    /** Of whoever has chosen none. */
    static final Quiet USUAL = new Quiet(21 * 60, 8 * 60);

    static final int MINUTES_A_DAY = 24 * 60;

    /** When the quiet that holds at an instant is over; the instant itself if it is not quiet. */
    Instant over(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        var minute = local.getHour() * 60 + local.getMinute();
        if (!holds(minute)) {
            return at;
        }
        var day = minute < to ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return day.atTime(LocalTime.of(to / 60, to % 60)).atZone(zone).toInstant();
    }

    private boolean holds(int minute) {
        return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
    }
}
