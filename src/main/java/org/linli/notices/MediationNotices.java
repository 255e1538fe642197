package org.linli.notices;

import java.util.Collection;
import org.linli.access.Action;
import org.linli.access.Holders;
import org.linli.access.Policy;
import org.linli.mediation.ApplicantNews;
import org.linli.mediation.MediationNews;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a mediator what the parties did, those who may mediate that somebody asks for it, and
 * whoever asked that it goes on. The other party is told by nobody but the mediator: they never
 * said to us how to reach them. What it stores is part of the transaction of the step.
 */
@Component
class MediationNotices {

    private final Notices notices;
    private final Holders holders;

    MediationNotices(Notices notices, Holders holders) {
        this.notices = notices;
        this.holders = holders;
    }

    @EventListener
    void on(MediationNews news) {
        var key = "mediation:%s/%d".formatted(news.id(), news.version());
        var about = new About(null, null, news.path());
        notices.tell(concerned(news), new News(key, topic(news), false, about));
    }

    @EventListener
    void on(ApplicantNews news) {
        var key = "mediation:%s/%d".formatted(news.id(), news.version());
        var topic =
                switch (news.what()) {
                    case GOES_ON -> Topic.PARTY_GOES_ON;
                    case TO_SIGN -> Topic.PARTY_TO_SIGN;
                    case OVER -> Topic.PARTY_OVER;
                };
        notices.write(news, new News(key, topic, false, new About(null, null, news.path())));
    }

    /** Whoever lost the post by which they took it mediates no longer. */
    private Collection<String> concerned(MediationNews news) {
        var mediating = holders.over(Policy.roles(Action.MEDIATE), news.path());
        return mediating.stream()
                .filter(account -> !account.equals(news.actor()))
                .filter(account -> news.mediator() == null || account.equals(news.mediator()))
                .toList();
    }

    private static Topic topic(MediationNews news) {
        return switch (news.what()) {
            case ASKED -> Topic.MEDIATION_ASKED;
            case AGREED -> Topic.MEDIATION_AGREED;
            case DECLINED -> Topic.MEDIATION_DECLINED;
            case TOLD -> Topic.MEDIATION_TOLD;
            case SIGNED -> Topic.MEDIATION_SIGNED;
            case LEFT -> Topic.MEDIATION_LEFT;
        };
    }
}
