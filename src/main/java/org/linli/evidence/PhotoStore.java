package org.linli.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditPart;
import org.linli.platform.operation.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database knows of photos: who sent them, and which records they belong to. */
@Repository
class PhotoStore {

    private static final String ADD =
            """
            with added as (
                insert into evidence.photo (id, hash, uploader, width, height, bytes, likeness)
                values (:id, :hash, :uploader, :width, :height, :bytes, :likeness)
                returning id
            ),
            """
                    + Claim.beside("added")
                    + ", "
                    + AuditPart.beside("added")
                    + """
                    select id from added
                    """;

    private static final String FIND =
            """
            select id, hash, uploader, width, height, bytes
            from evidence.photo
            where id = :id
            """;

    private static final String OF_UPLOADER =
            """
            select id
            from evidence.photo
            where id = any(:ids::uuid[]) and uploader = :uploader
            """;

    private static final String LIKENESSES =
            """
            select likeness
            from evidence.photo
            where id = any(:ids::uuid[]) and likeness is not null
            """;

    private static final String ATTACH =
            """
            select evidence.attach(:kind, :county, :record, :ids::uuid[])
            """;

    private static final String HOLDERS =
            """
            select kind, county_code, record_id
            from evidence.attachment
            where photo_id = :photo
            """;

    private static final String OF_HOLDER =
            """
            select photo.id, photo.hash, photo.uploader, photo.width, photo.height, photo.bytes
            from evidence.attachment join evidence.photo on photo.id = attachment.photo_id
            where attachment.county_code = :county and attachment.kind = :kind
                and attachment.record_id = :record and attachment.photo_id = :photo
            """;

    private final JdbcClient sql;

    PhotoStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds a photo and claims the operation that brought it, recorded as this event. */
    void add(Photo photo, long likeness, Claim claim, AuditEvent event) {
        sql.sql(ADD)
                .param("id", photo.id())
                .param("hash", HexFormat.of().parseHex(photo.hash()))
                .param("uploader", photo.uploader())
                .param("width", photo.width())
                .param("height", photo.height())
                .param("bytes", photo.bytes())
                .param("likeness", likeness)
                .params(claim.parameters())
                .params(new AuditPart(event).parameters())
                .query(UUID.class)
                .single();
    }

    Optional<Photo> find(UUID id) {
        return sql.sql(FIND).param("id", id).query((row, _) -> read(row)).optional();
    }

    /** Those of the photos that this actor sent. */
    List<UUID> sentBy(String uploader, Collection<UUID> ids) {
        return sql.sql(OF_UPLOADER)
                .param("uploader", uploader)
                .param("ids", array(ids))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    List<Long> likenesses(Collection<UUID> ids) {
        return sql.sql(LIKENESSES)
                .param("ids", array(ids))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    void attach(Holder holder, Collection<UUID> ids) {
        sql.sql(ATTACH)
                .param("kind", holder.kind())
                .param("county", holder.countyCode())
                .param("record", holder.id())
                .param("ids", array(ids))
                .query(Integer.class)
                .single();
    }

    List<Holder> holders(UUID photo) {
        return sql.sql(HOLDERS)
                .param("photo", photo)
                .query((row, _) ->
                        new Holder(
                                row.getString("kind"),
                                row.getString("county_code"),
                                row.getLong("record_id")))
                .list();
    }

    Optional<Photo> ofHolder(Holder holder, UUID photo) {
        return sql.sql(OF_HOLDER)
                .param("kind", holder.kind())
                .param("county", holder.countyCode())
                .param("record", holder.id())
                .param("photo", photo)
                .query((row, _) -> read(row))
                .optional();
    }

    private static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Photo read(ResultSet row) throws SQLException {
        return new Photo(
                row.getObject("id", UUID.class),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getString("uploader"),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("bytes"));
    }
}
