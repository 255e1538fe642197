package org.linli.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * One turn of duty in a roster, each week or once.
 *
 * @param weekday 1 is Monday; null for a turn of a single day
 * @param day the only day it begins on; null for one that comes each week. A day that has turns of
 *     its own has none of its weekday's
 * @param to when it ends; on the next day unless that is later than its beginning
 * @param position in which order those on call at the same time are called, from 1
 * @param name of the account; null where it is not known, or not yet asked
 * @param phone of the post, not of the person; empty where there is none
 */
@Classified(FieldClass.C1)
public record DutyTurn(
        @Nullable Integer weekday,
        @Nullable LocalDate day,
        LocalTime from,
        LocalTime to,
        int position,
        String accountId,
        @Nullable String name,
        String phone) {

    private static final int DAY = 24 * 60;

    int minutes() {
        var minutes = Math.floorMod(minuteOfDay(to) - minuteOfDay(from), DAY);
        return minutes == 0 ? DAY : minutes;
    }

    static int minuteOfDay(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    boolean comesOn(DayOfWeek each) {
        return weekday != null && weekday == each.getValue();
    }

    /** The turn that begins on a day. */
    Turn on(LocalDate begins, ZoneId zone) {
        var beginning = begins.atTime(from).atZone(zone);
        // by the clock on the wall, so that a turn ends when it says
        var end = begins.atTime(from).plusMinutes(minutes()).atZone(zone);
        return new Turn(this, beginning.toInstant(), end.toInstant());
    }

    DutyTurn named(@Nullable String called) {
        return new DutyTurn(weekday, day, from, to, position, accountId, called, phone);
    }
}
