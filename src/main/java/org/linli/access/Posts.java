package org.linli.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Posts as people write them: a role, the code of an area, the code of a unit. */
@Component
public class Posts {

    private final ObjectProvider<Areas> areas;
    private final ObjectProvider<Units> units;

    Posts(ObjectProvider<Areas> areas, ObjectProvider<Units> units) {
        this.areas = areas;
        this.units = units;
    }

    /**
     * A post as it is shown.
     *
     * @param areaName null while nobody knows the area
     * @param areaLevel null while nobody knows the area
     * @param unitCode null for posts of no unit
     * @param unitName null without a unit, or while nobody knows it
     */
    @Classified(FieldClass.C1)
    public record Shown(
            String role,
            String areaCode,
            @Nullable String areaName,
            @Nullable String areaLevel,
            @Nullable String unitCode,
            @Nullable String unitName) {}

    /**
     * The post with this role over this area.
     *
     * @param role as files and the API spell it
     * @param areaCode a division or cell, or {@code /} for the whole installation
     * @param unitCode the unit it is held in, or null
     * @throws InvalidValue naming the part that is not known
     */
    public Post of(String role, String areaCode, @Nullable String unitCode) {
        var known = Role.of(role).orElseThrow(() -> new InvalidValue("access/role", "role", role));
        if (known == Role.UNIT_HANDLER && unitCode == null) {
            throw new InvalidValue("access/unit-needed", "unitCode", role);
        }
        if (unitCode != null && nameOfUnit(unitCode) == null) {
            throw new InvalidValue("access/no-such-unit", "unitCode", unitCode);
        }
        return new Post(known, areaCode, path(areaCode), unitCode);
    }

    /** Posts with the names of their areas and units, each once wherever its area lay. */
    public List<Shown> shown(List<Post> posts) {
        return posts.stream().map(this::shown).distinct().toList();
    }

    /** A post with the names of its area and unit. */
    public Shown shown(Post post) {
        var area = area(post.areaCode());
        return new Shown(
                post.role().code(),
                post.areaCode(),
                area == null ? null : area.name(),
                area == null ? null : area.level(),
                post.unitCode(),
                post.unitCode() == null ? null : nameOfUnit(post.unitCode()));
    }

    private String path(String areaCode) {
        if (areaCode.equals(Post.EVERYWHERE)) {
            return Post.EVERYWHERE;
        }
        var area = area(areaCode);
        if (area == null) {
            throw new InvalidValue("access/no-such-area", "areaCode", areaCode);
        }
        return area.path();
    }

    private @Nullable Area area(String code) {
        return areas.stream().flatMap(known -> known.find(code).stream()).findFirst().orElse(null);
    }

    private @Nullable String nameOfUnit(String code) {
        return units.stream()
                .flatMap(known -> known.nameOf(code).stream())
                .findFirst()
                .orElse(null);
    }
}
