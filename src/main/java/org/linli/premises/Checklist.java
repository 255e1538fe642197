package org.linli.premises;

import java.util.List;
import java.util.Optional;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * What to look at in premises of a kind, item by item.
 *
 * @param version a check keeps the version it was begun with
 */
@Classified(FieldClass.C0)
record Checklist(String code, int version, String nameZh, String nameEn, List<Item> items) {

    Checklist {
        items = List.copyOf(items);
    }

    /**
     * @param matterCode what a fault at it is filed as, one of {@code /api/v1/matters}
     */
    @Classified(FieldClass.C0)
    record Item(int no, String zh, String en, String matterCode) {}

    Optional<Item> item(int no) {
        return items.stream().filter(item -> item.no() == no).findFirst();
    }
}
