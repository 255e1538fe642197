package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is on call when; 28 November 2026 is a Saturday. */
class DutyPlanTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int SATURDAY = 6;

    @Test
    void aTurnThroughTheNightHoldsUntilTheMorning() {
        var plan = plan(weekly(SATURDAY, "18:00", "08:00", 1, "a"));

        assertThat(onCall(plan, "2026-11-28T17:59")).isEmpty();
        assertThat(onCall(plan, "2026-11-28T18:00")).containsExactly("a");
        assertThat(onCall(plan, "2026-11-29T07:59")).containsExactly("a");
        assertThat(onCall(plan, "2026-11-29T08:00")).isEmpty();
    }

    @Test
    void thoseOnCallTogetherAreCalledInTheirOrderAndNobodyTwice() {
        var plan =
                plan(
                        weekly(SATURDAY, "18:00", "08:00", 2, "b"),
                        weekly(SATURDAY, "00:00", "00:00", 1, "a"),
                        weekly(SATURDAY, "20:00", "23:00", 3, "a"));

        assertThat(onCall(plan, "2026-11-28T22:00")).containsExactly("a", "b");
    }

    @Test
    void aDayWithTurnsOfItsOwnHasNoneOfItsWeekday() {
        var plan =
                plan(
                        weekly(SATURDAY, "18:00", "08:00", 1, "a"),
                        once("2026-11-28", "18:00", "22:00", "b"));

        assertThat(onCall(plan, "2026-11-28T21:00")).containsExactly("b");
        assertThat(onCall(plan, "2026-11-28T22:00")).isEmpty();
        assertThat(onCall(plan, "2026-12-05T21:00")).containsExactly("a");
    }

    @Test
    void theNextTurnIsFoundWithinAWeek() {
        var plan = plan(weekly(SATURDAY, "18:00", "08:00", 1, "a"));

        assertThat(plan.nextAfter(at("2026-11-28T18:00"))).contains(at("2026-12-05T18:00"));
        assertThat(
                        plan(once("2026-12-31", "18:00", "20:00", "a"))
                                .nextAfter(at("2026-11-28T18:00")))
                .isEmpty();
    }

    private static DutyPlan plan(DutyTurn... turns) {
        return new DutyPlan(List.of(turns), ZONE);
    }

    private static List<String> onCall(DutyPlan plan, String local) {
        return plan.at(at(local)).stream().map(turn -> turn.duty().accountId()).toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static DutyTurn weekly(int weekday, String from, String to, int position, String who) {
        return turn(weekday, null, from, to, position, who);
    }

    private static DutyTurn once(String day, String from, String to, String who) {
        return turn(null, LocalDate.parse(day), from, to, 1, who);
    }

    private static DutyTurn turn(
            @Nullable Integer weekday,
            @Nullable LocalDate day,
            String from,
            String to,
            int position,
            String who) {
        var begins = LocalTime.parse(from);
        return new DutyTurn(weekday, day, begins, LocalTime.parse(to), position, who, null, "");
    }
}
