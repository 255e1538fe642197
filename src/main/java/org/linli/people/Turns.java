package org.linli.people;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Account;
import org.linli.access.Accounts;
import org.linli.access.Role;
import org.linli.people.RosterDetail.Member;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Component;

/** Checks the turns that somebody asks for, and says who may be given one. */
@Component
class Turns {

    private static final int MOST = 200;
    private static final int LAST_POSITION = 9;
    private static final int SUNDAY = 7;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;
    private static final int LONGEST_ACCOUNT = 100;
    private static final int LONGEST_PHONE = 20;
    private static final Pattern PHONE = Pattern.compile("[0-9+*# -]{0,20}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    /** Who looks after a street beyond working hours. */
    private static final Set<Role> OF_STREET = Set.of(Role.SHIFT_LEADER, Role.STREET_DISPATCHER);

    private final Accounts accounts;

    Turns(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * A turn as a request says it.
     *
     * @param from such as {@code 18:00}
     * @param position null for the first
     */
    record Asked(
            @Nullable Integer weekday,
            @Nullable LocalDate day,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer position,
            @Nullable String accountId,
            @Nullable String phone) {}

    /**
     * The turns as they are stored.
     *
     * @throws InvalidValue if one of them cannot be
     */
    List<DutyTurn> checked(RosterHolder holder, List<Asked> asked) {
        if (asked.size() > MOST) {
            throw new InvalidValue("request/out-of-range", "turns", 0, MOST);
        }
        var people =
                people(holder).stream()
                        .map(Member::accountId)
                        .collect(Collectors.toUnmodifiableSet());
        var empty = asked.indexOf(null);
        if (empty >= 0) {
            throw InvalidValue.missing("turns[%d]".formatted(empty));
        }
        return InvalidValue.each("turns", asked, turn -> checked(turn, people));
    }

    /** Those of the unit, or those who dispatch and lead the shifts of the street. */
    List<Member> people(RosterHolder holder) {
        return members(holder, OF_STREET);
    }

    private List<Member> members(RosterHolder holder, Set<Role> ofStreet) {
        return accounts.posted(holder.unitCode(), holder.path()).stream()
                .filter(Account::active)
                .filter(account ->
                        account.posts().stream()
                                .anyMatch(post ->
                                        holder.unitCode() == null
                                                ? ofStreet.contains(post.role())
                                                : holder.unitCode().equals(post.unitCode())))
                .map(account -> new Member(account.id(), account.name()))
                .toList();
    }

    /** All of a unit, or the shift leaders of a street. */
    List<Member> usual(RosterHolder holder) {
        return holder.unitCode() == null
                ? members(holder, EnumSet.of(Role.SHIFT_LEADER))
                : people(holder);
    }

    private static DutyTurn checked(Asked turn, Set<String> people) {
        if ((turn.weekday == null) == (turn.day == null)) {
            throw new InvalidValue("people/weekday-or-day", "weekday");
        }
        if (turn.day != null
                && (turn.day.getYear() < FIRST_YEAR || turn.day.getYear() > LAST_YEAR)) {
            throw new InvalidValue("request/out-of-range", "day", FIRST_YEAR, LAST_YEAR);
        }
        inRange("weekday", turn.weekday == null ? 1 : turn.weekday, SUNDAY);
        var position = turn.position == null ? 1 : turn.position;
        inRange("position", position, LAST_POSITION);
        var account = Text.required("accountId", turn.accountId, LONGEST_ACCOUNT);
        if (!people.contains(account)) {
            throw new InvalidValue("people/not-of-roster", "accountId", account);
        }
        var phone = Text.optional("phone", turn.phone, LONGEST_PHONE);
        if (!PHONE.matcher(phone).matches()) {
            throw new InvalidValue("request/value", "phone", phone);
        }
        return new DutyTurn(
                turn.weekday,
                turn.day,
                time("from", turn.from),
                time("to", turn.to),
                position,
                account,
                null,
                phone);
    }

    private static LocalTime time(String field, @Nullable String text) {
        var given = Text.required(field, text, 5);
        if (!TIME.matcher(given).matches()) {
            throw new InvalidValue("request/value", field, given);
        }
        return LocalTime.parse(given);
    }

    private static void inRange(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidValue("request/out-of-range", field, 1, most);
        }
    }
}
