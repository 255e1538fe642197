package org.linli.oncall;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Everybody who was called in a test context. */
@Component
class HeardCalls {

    private final List<Called> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void on(Called called) {
        heard.add(called);
    }

    List<String> of(String caseNo) {
        return heard.stream()
                .filter(called -> called.caseNo().equals(caseNo))
                .map(Called::account)
                .toList();
    }
}
