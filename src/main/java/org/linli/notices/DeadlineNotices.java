package org.linli.notices;

import java.util.ArrayList;
import java.util.List;
import org.linli.access.Holders;
import org.linli.cases.Deadline;
import org.linli.cases.DeadlineReached;
import org.linli.cases.OfficeLate;
import org.linli.cases.OfficeWait;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever has a case that its time is running out, and the street as well once it is over.
 * What it stores is part of the transaction that settles the deadline.
 */
@Component
class DeadlineNotices {

    private final Notices notices;
    private final Holders holders;

    DeadlineNotices(Notices notices, Holders holders) {
        this.notices = notices;
        this.holders = holders;
    }

    @EventListener
    void on(DeadlineReached reached) {
        var about = new About(reached.caseNo(), reached.matterCode(), reached.path());
        notices.tell(accounts(reached), new News(key(reached), topic(reached), false, about));
    }

    /** Nobody but the office itself has it, and those of the grid who were to go and look. */
    @EventListener
    void on(OfficeLate late) {
        var audience = new Audience(holders);
        var accounts = new ArrayList<>(audience.office(late.level(), late.path()));
        if (late.kind() == OfficeWait.Kind.VERIFY) {
            accounts.addAll(audience.onSpot(late.path()));
        }
        var about = new About(late.caseNo(), late.matterCode(), late.path());
        var key =
                "office:%s/%s/%d"
                        .formatted(late.caseNo(), late.kind(), late.dueAt().getEpochSecond());
        notices.tell(accounts, new News(key, Topic.OFFICE_LATE, false, about));
    }

    private List<String> accounts(DeadlineReached reached) {
        var audience = new Audience(holders);
        var unit = reached.unitCode();
        var accounts = new ArrayList<>(unit == null ? List.of() : audience.unit(unit));
        if (unit == null || reached.deadline() != Deadline.WARN) {
            accounts.addAll(audience.street(reached.path()));
        }
        return accounts;
    }

    /** One that was put off comes anew. */
    private static String key(DeadlineReached reached) {
        return "deadline:%s/%s/%d"
                .formatted(
                        reached.caseNo(), reached.deadline().name(), reached.at().getEpochSecond());
    }

    private static Topic topic(DeadlineReached reached) {
        return switch (reached.deadline()) {
            case WARN -> Topic.DUE_SOON;
            case DUE -> Topic.DUE;
            case OVERDUE -> Topic.OVERDUE;
        };
    }
}
