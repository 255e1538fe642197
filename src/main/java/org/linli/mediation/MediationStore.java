package org.linli.mediation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.mediation.Mediation.Key;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps mediations, their papers sealed, and the hashes of the codes that open them. */
@Repository
class MediationStore {

    private static final String ADD =
            """
            insert into mediation.mediation (county_code, id, version, state, cell_code, path,
                applied_at, key_id, papers)
            values (:county, :id, :version, :state, :cell, :path, :appliedAt, :keyId, :papers)
            """;

    private static final String MOVE =
            """
            update mediation.mediation
            set version = :version, state = :state, mediator = :mediator, text_hash = :textHash,
                applicant_signed = :applicantSigned, other_signed = :otherSigned,
                ended_at = :endedAt, erase_at = :eraseAt, key_id = :keyId, papers = :papers
            where county_code = :county and id = :id and version = :version - 1
            """;

    private static final String COLUMNS =
            """
            select m.county_code, m.id, m.version, m.state, m.cell_code, m.path, m.applied_at,
                m.mediator, m.applicant_signed, m.other_signed, m.ended_at, m.key_id, m.papers
            from mediation.mediation m
            """;

    private static final String FIND = COLUMNS + "where m.id = :id";

    private static final String OF_MEDIATOR =
            COLUMNS
                    + """
                    where m.mediator = :mediator and m.papers <> ''
                    order by m.ended_at is not null, m.applied_at
                    limit :most
                    """;

    private static final String WAITING =
            """
            select id, cell_code, path, applied_at
            from mediation.mediation
            where state = 'WAITING' and path ^@ any(:areas)
            order by applied_at
            limit :most
            """;

    private static final String ADD_CODE =
            """
            insert into mediation.code (county_code, hash, mediation, side, invitation)
            values (:county, :hash, :mediation, :side, :invitation)
            """;

    /** A new invitation makes those before it worthless, and so does a code made of one. */
    private static final String FORGET_CODES =
            """
            delete from mediation.code
            where county_code = :county and mediation = :mediation and side = :side and invitation
            """;

    private static final String HOLDER =
            """
            select county_code, mediation, side
            from mediation.code
            where hash = :hash and invitation = :invitation
            """;

    private static final String TO_ERASE =
            """
            select county_code, id from mediation.mediation
            where erase_at <= :now and papers <> ''
            limit :most
            for update skip locked
            """;

    private static final String ERASE =
            """
            with erased as (
                delete from mediation.code where county_code = :county and mediation = :id
            )
            update mediation.mediation set papers = '', key_id = ''
            where county_code = :county and id = :id
            """;

    private static final String OUTDATED =
            """
            select county_code, id, key_id, papers
            from mediation.mediation
            where key_id = any(:keys) and papers <> ''
            limit :most
            for update skip locked
            """;

    private static final String RESEAL =
            """
            update mediation.mediation set key_id = :keyId, papers = :papers
            where county_code = :county and id = :id
            """;

    private static final String COUNT_OUTDATED =
            """
            select count(*) from mediation.mediation where key_id = any(:keys) and papers <> ''
            """;

    private final JdbcClient sql;

    MediationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A mediation as the database keeps it.
     *
     * @param papers sealed, under this key
     */
    record Stored(
            Key key,
            int version,
            MediationState state,
            String path,
            String cellCode,
            Instant appliedAt,
            @Nullable String mediator,
            Map<Side, String> signed,
            @Nullable Instant endedAt,
            String keyId,
            String papers) {}

    /** One that waits, as far as anybody who has not taken it may know. */
    record Waiting(UUID id, String cellCode, String path, Instant appliedAt) {}

    /** Whose code it is. */
    record Holder(Key key, Side side) {}

    record SealedPapers(Key key, String keyId, String papers) {}

    void add(Mediation applied, SealedPapers sealed) {
        sql.sql(ADD)
                .param("county", applied.key().countyCode())
                .param("id", applied.key().id())
                .param("version", applied.version())
                .param("state", applied.state().name())
                .param("cell", applied.cellCode())
                .param("path", applied.path())
                .param("appliedAt", Timestamp.from(applied.appliedAt()))
                .param("keyId", sealed.keyId())
                .param("papers", sealed.papers())
                .update();
    }

    /**
     * @return false if somebody else took a step in between; nothing is stored then
     */
    boolean move(Mediation moved, SealedPapers sealed, @Nullable Instant eraseAt) {
        return sql.sql(MOVE)
                        .param("county", moved.key().countyCode())
                        .param("id", moved.key().id())
                        .param("version", moved.version())
                        .param("state", moved.state().name())
                        .param("mediator", moved.mediator(), Types.VARCHAR)
                        .param("textHash", moved.agreementHash(), Types.VARCHAR)
                        .param("applicantSigned", moved.signed().get(Side.APPLICANT), Types.VARCHAR)
                        .param("otherSigned", moved.signed().get(Side.OTHER), Types.VARCHAR)
                        .param("endedAt", timestamp(moved.endedAt()), Types.TIMESTAMP)
                        .param("eraseAt", timestamp(eraseAt), Types.TIMESTAMP)
                        .param("keyId", sealed.keyId())
                        .param("papers", sealed.papers())
                        .update()
                == 1;
    }

    /** Empty as well once its papers are erased. */
    Optional<Stored> find(UUID id) {
        return sql.sql(FIND)
                .param("id", id)
                .query((row, _) -> read(row))
                .optional()
                .filter(stored -> !stored.papers().isEmpty());
    }

    List<Stored> of(String mediator, int most) {
        return sql.sql(OF_MEDIATOR)
                .param("mediator", mediator)
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    List<Waiting> waiting(List<String> areaPaths, int most) {
        return sql.sql(WAITING)
                .param("areas", areaPaths.toArray(String[]::new))
                .param("most", most)
                .query((row, _) ->
                        new Waiting(
                                row.getObject("id", UUID.class),
                                row.getString("cell_code"),
                                row.getString("path"),
                                row.getTimestamp("applied_at").toInstant()))
                .list();
    }

    void addCode(Holder holder, byte[] hash, boolean invitation) {
        sql.sql(ADD_CODE)
                .param("county", holder.key().countyCode())
                .param("hash", hash)
                .param("mediation", holder.key().id())
                .param("side", holder.side().code())
                .param("invitation", invitation)
                .update();
    }

    /** False if there was none, or somebody else has just used it. */
    boolean forgetInvitations(Holder holder) {
        return sql.sql(FORGET_CODES)
                        .param("county", holder.key().countyCode())
                        .param("mediation", holder.key().id())
                        .param("side", holder.side().code())
                        .update()
                > 0;
    }

    Optional<Holder> holder(byte[] hash, boolean invitation) {
        return sql.sql(HOLDER)
                .param("hash", hash)
                .param("invitation", invitation)
                .query((row, _) ->
                        new Holder(
                                new Key(
                                        row.getString("county_code"),
                                        row.getObject("mediation", UUID.class)),
                                Side.of(row.getString("side"))))
                .optional();
    }

    List<Key> toErase(Instant now, int most) {
        return sql.sql(TO_ERASE)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, _) -> key(row))
                .list();
    }

    void erase(Key key) {
        sql.sql(ERASE).param("county", key.countyCode()).param("id", key.id()).update();
    }

    List<SealedPapers> outdated(Collection<String> keys, int most) {
        return sql.sql(OUTDATED)
                .param("keys", keys.toArray(String[]::new))
                .param("most", most)
                .query((row, _) ->
                        new SealedPapers(
                                key(row), row.getString("key_id"), row.getString("papers")))
                .list();
    }

    void reseal(SealedPapers sealed) {
        sql.sql(RESEAL)
                .param("county", sealed.key().countyCode())
                .param("id", sealed.key().id())
                .param("keyId", sealed.keyId())
                .param("papers", sealed.papers())
                .update();
    }

    long countOutdated(Collection<String> keys) {
        return sql.sql(COUNT_OUTDATED)
                .param("keys", keys.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static Stored read(ResultSet row) throws SQLException {
        var endedAt = row.getTimestamp("ended_at");
        return new Stored(
                key(row),
                row.getInt("version"),
                MediationState.valueOf(row.getString("state")),
                row.getString("path"),
                row.getString("cell_code"),
                row.getTimestamp("applied_at").toInstant(),
                row.getString("mediator"),
                signed(row),
                endedAt == null ? null : endedAt.toInstant(),
                row.getString("key_id"),
                row.getString("papers"));
    }

    private static Map<Side, String> signed(ResultSet row) throws SQLException {
        var signed = new EnumMap<Side, String>(Side.class);
        for (var side : Side.values()) {
            var hash = row.getString(side.code() + "_signed");
            if (hash != null) {
                signed.put(side, hash);
            }
        }
        return signed;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("county_code"), row.getObject("id", UUID.class));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
