package org.linli.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.audit.AuditTrail;
import org.linli.platform.memory.VersionedCopy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Front door to working time. Tells {@link CalendarChanged} when a year has been loaded. */
@Component
public class Calendar {

    private final CalendarStore store;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;
    private final VersionedCopy<WorkingTime> time;

    Calendar(
            CalendarStore store,
            AuditTrail trail,
            ApplicationEventPublisher events,
            @Value("${linli.zone:Asia/Shanghai}") ZoneId zone) {
        this.store = store;
        this.trail = trail;
        this.events = events;
        this.zone = zone;
        this.time = new VersionedCopy<>(store::version, this::read);
    }

    /** The zone of this installation, whose days and hours are meant. */
    public ZoneId zone() {
        return zone;
    }

    /** Working time as far as its days are known now. */
    public WorkingTime workingTime() {
        return time.get();
    }

    /** When a limit ends that starts to run at an instant, as far as days are known now. */
    public Due due(Instant start, TimeLimit limit) {
        return workingTime().due(start, limit);
    }

    /** Counts the changes of working time: a due time of an older version may have moved. */
    public long version() {
        return time.version();
    }

    /** Stores days and tells it. */
    @Transactional
    void put(List<SpecialDay> days) {
        if (days.isEmpty()) {
            return;
        }
        store.countChange();
        days.forEach(store::put);
        trail.stored("calendar", days.size());
        time.expire();
        var dates = days.stream().map(SpecialDay::day).sorted(Comparator.naturalOrder()).toList();
        events.publishEvent(new CalendarChanged(dates.getFirst(), dates.getLast()));
    }

    private WorkingTime read() {
        var special =
                store.all().stream()
                        .collect(Collectors.toMap(SpecialDay::day, SpecialDay::working));
        return new WorkingTime(zone, special, store.years());
    }
}
