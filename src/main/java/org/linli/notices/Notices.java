package org.linli.notices;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.linli.access.AccessContext;
import org.linli.cases.Reporters.Reachable;
import org.linli.mediation.ApplicantNews;
import org.linli.notices.DeliveryStore.Way;
import org.springframework.stereotype.Component;

/**
 * The front door: tells people with an account something, in their inbox, and by the other channels
 * that each has chosen. Nobody is told twice of what has the same key, so it may be called again.
 */
@Component
public class Notices {

    private final NoticeStore store;
    private final DeliveryStore deliveries;
    private final Channels channels;
    private final Streets streets;
    private final Clock clock;

    Notices(
            NoticeStore store,
            DeliveryStore deliveries,
            Channels channels,
            Streets streets,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.channels = channels;
        this.streets = streets;
        this.clock = clock;
    }

    /**
     * Tells these accounts; whoever of them was told before is not told again. What it stores is
     * part of the caller's transaction.
     *
     * @param accounts by id, such as {@code staff:W0001}
     */
    public void tell(Collection<String> accounts, News news) {
        if (accounts.isEmpty()) {
            return;
        }
        Set<String> each = new TreeSet<>(accounts);
        var line = Line.of(news, streets, clock.instant());
        AccessContext.asSystem("notices", () -> store.add(each, channels.open(), line));
    }

    /** Writes to reporters who left word how, by what they left and this installation has. */
    void write(Collection<Reachable> reporters, News news) {
        write(
                news,
                reporters.stream()
                        .flatMap(reporter ->
                                ways(
                                        Recipients.of(reporter.reported()),
                                        reporter.byMail(),
                                        reporter.byPhone())));
    }

    /**
     * Writes to whoever asked for a mediation, likewise. What it stores is part of the caller's
     * transaction.
     */
    void write(ApplicantNews applicant, News news) {
        var recipient = Recipients.ofApplicant(applicant.id());
        write(news, ways(recipient, applicant.byMail(), applicant.byPhone()));
    }

    private void write(News news, Stream<Way> wanted) {
        var ways = wanted.toList();
        if (!ways.isEmpty()) {
            deliveries.add(ways, Line.of(news, streets, clock.instant()));
        }
    }

    private Stream<Way> ways(String recipient, boolean byMail, boolean byPhone) {
        return Stream.of(
                        Optional.of("mail").filter(_ -> byMail),
                        Optional.of("sms").filter(_ -> byPhone))
                .flatMap(Optional::stream)
                .filter(channels.open()::contains)
                .map(channel -> new Way(recipient, channel));
    }
}
