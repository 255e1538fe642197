package org.linli.catalogue;

import org.jspecify.annotations.Nullable;
import org.linli.calendar.TimeLimit;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * One of the conditions under which a matter is filed (立案条件), with the limit and the closing
 * condition that go with it. Which condition is chosen says how grave the case is.
 *
 * @param no its number within the matter
 * @param areaClass the class of area it holds in; null where it holds in all
 */
@Classified(FieldClass.C0)
public record Condition(
        int no,
        String textZh,
        String textEn,
        TimeLimit limit,
        String closingZh,
        String closingEn,
        @Nullable String areaClass,
        SelfHandle selfHandle) {

    /** The number of the condition for what cannot wait, where a matter has the usual three. */
    public static final int URGENT = 1;

    /** The number of the ordinary condition, where a matter has the usual three. */
    public static final int NORMAL = 2;

    /** The number of the condition for what may wait, where a matter has the usual three. */
    public static final int MINOR = 3;
}
