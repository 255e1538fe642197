package org.linli.cases.history;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Bigrams;
import org.linli.cases.history.PastCase.Report;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** What changes in a case of the past, by the names of the parameters. */
final class PastParameters {

    private PastParameters() {}

    static SqlParameterSource of(Corrected corrected) {
        var after = corrected.after();
        var report = after.report();
        var times = after.times();
        var outcome = after.outcome();
        var before = corrected.before();
        return new MapSqlParameterSource()
                .addValue("county", before.key().countyCode())
                .addValue("id", before.key().id())
                .addValue("seen", before.version())
                .addValue("version", corrected.events().getLast().version())
                .addValue("state", corrected.events().getLast().state())
                .addValue("flow", corrected.filing().flowFrom(corrected.events().getLast().state()))
                .addValue("source", report.source().code())
                .addValue("matter", report.matterCode())
                .addValue("matterVersion", corrected.filing().version())
                .addValue("text", report.text())
                .addValue(
                        "bigrams",
                        Bigrams.of(List.of(report.text(), report.address())).toArray(String[]::new))
                .addValue("lon", longitude(report))
                .addValue("lat", latitude(report))
                .addValue("placement", corrected.place().placement().name())
                .addValue("cell", corrected.place().cellCode())
                .addValue("path", corrected.place().path())
                .addValue("address", report.address())
                .addValue("reportedAt", timestamp(times.reportedAt()))
                .addValue("filedAt", timestamp(times.filedAt()))
                .addValue("refusedAt", timestamp(times.refusedAt()))
                .addValue("dispatchedAt", timestamp(times.dispatchedAt()))
                .addValue("unit", outcome.unitCode())
                .addValue("handledAt", timestamp(times.handledAt()))
                .addValue("checkedAt", timestamp(times.checkedAt()))
                .addValue("closedAt", timestamp(times.closedAt()))
                .addValue("dueAt", timestamp(times.dueAt()))
                .addValue("cancelledAt", timestamp(times.cancelledAt()))
                .addValue("heldUntil", timestamp(times.heldUntil()))
                .addValue("selfHandled", outcome.selfHandled())
                .addValue("returns", outcome.returns())
                .addValue("reworks", outcome.reworks())
                .addValue("extensions", outcome.extensions())
                .addValue("rating", outcome.rating())
                .addValue("timesDoubtful", Unfolding.timesDoubtful(after))
                .addValue("sameSurvivor", corrected.sameSurvivor())
                .addValue("fingerprint", corrected.told().hex())
                .addValue("duplicateOf", outcome.duplicateOf());
    }

    static SqlParameterSource of(Relisted relisted) {
        var known = relisted.known();
        return new MapSqlParameterSource()
                .addValue("county", relisted.before().key().countyCode())
                .addValue("id", relisted.before().key().id())
                .addValue("seen", relisted.before().version())
                .addValue("version", relisted.events().getLast().version())
                .addValue("state", known.state())
                .addValue("reporter", known.reporter())
                .addValue("handlers", known.handlers().toArray(String[]::new))
                .addValue("acceptedAt", timestamp(known.acceptedAt()))
                .addValue("found", known.found())
                .addValue("service", known.service())
                .addValue("forced", known.forced())
                .addValue("dispatches", known.dispatches())
                .addValue("reopenings", known.reopenings())
                .addValue("ratedAt", timestamp(known.ratedAt()));
    }

    static @Nullable Double longitude(Report report) {
        return report.position() == null ? null : report.position().longitude();
    }

    static @Nullable Double latitude(Report report) {
        return report.position() == null ? null : report.position().latitude();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
