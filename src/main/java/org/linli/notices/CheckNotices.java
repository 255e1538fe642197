package org.linli.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.checks.CheckGiven;
import org.linli.checks.SignNews;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a checker of what is theirs to check, and those who had a hand in a case of a sign that it
 * shows. What it stores of a check is part of the transaction that gives it.
 */
@Component
class CheckNotices {

    /** Nobody is told of what was drawn longer ago, where the log of cases is read anew. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final Notices notices;
    private final Clock clock;

    CheckNotices(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void on(CheckGiven given) {
        if (given.drawnAt().isBefore(clock.instant().minus(NEWS))) {
            return;
        }
        var key = "check:%s/%d".formatted(given.caseNo(), given.version());
        var about = new About(given.caseNo(), given.matterCode(), given.path());
        notices.tell(List.of(given.checker()), new News(key, Topic.CHECK_ASSIGNED, false, about));
    }

    @EventListener
    void on(SignNews news) {
        var topic = news.decided() ? Topic.SIGN_DECIDED : Topic.SIGN_RAISED;
        var key = "%s:%s/%s".formatted(topic.code(), news.caseNo(), news.sign());
        var about = new About(news.caseNo(), news.matterCode(), news.path());
        notices.tell(news.concerned(), new News(key, topic, false, about));
    }
}
