package org.linli.duties;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** As what something is asked of the grids. */
enum Form {
    /** 巡查 */
    PATROL,
    /** 走访 */
    VISIT,
    /** 电话或消息联系 */
    CALL,
    /** 议事、座谈 */
    MEETING,
    /** 宣传 */
    PUBLICITY,
    /** 协助到场 */
    ASSISTANCE,
    /** 核对登记 */
    RECORD;

    /** As files, the database and the API spell it. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
