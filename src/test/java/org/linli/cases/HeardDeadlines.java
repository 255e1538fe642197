package org.linli.cases;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Everything anybody was told of deadlines in a test context. */
@Component
class HeardDeadlines {

    private final List<DeadlineReached> heard = new CopyOnWriteArrayList<>();
    private final List<String> late = new CopyOnWriteArrayList<>();

    @EventListener
    void on(DeadlineReached reached) {
        heard.add(reached);
    }

    @EventListener
    void on(OfficeLate told) {
        late.add(told.caseNo());
    }

    long late(String caseNo) {
        return late.stream().filter(caseNo::equals).count();
    }

    List<Deadline> of(String caseNo) {
        return heard.stream()
                .filter(reached -> reached.caseNo().equals(caseNo))
                .map(DeadlineReached::deadline)
                .toList();
    }
}
