package org.linli.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is kept of some news: codes of an allow-list, and never text that somebody wrote. */
record Line(
        String key,
        Topic topic,
        boolean urgent,
        @Nullable String caseNo,
        @Nullable String matterCode,
        @Nullable String streetCode,
        Instant at) {

    static Line of(News news, Streets streets, Instant at) {
        var about = news.about();
        return new Line(
                news.key(),
                news.topic(),
                news.urgent(),
                about == null ? null : about.caseNo(),
                about == null ? null : about.matterCode(),
                about == null ? null : streets.on(about.path()),
                at);
    }
}
