package org.linli.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a post is for. A person may hold several posts. */
public enum Role {
    /** 网格员 */
    GRID_MEMBER,
    /** 网格长 */
    GRID_HEAD,
    /** 网格助理员 */
    GRID_ASSISTANT,
    /** 网格派驻员 */
    SECONDED_OFFICER,
    /** 网格督导员 */
    GRID_SUPERVISOR,
    /** 网格信息员 */
    GRID_INFORMANT,
    /** 街道派遣员 */
    STREET_DISPATCHER,
    /** 值班长 */
    SHIFT_LEADER,
    /** 核查员 */
    CHECKER,
    /** 处置人员 */
    UNIT_HANDLER,
    /** 区派遣员 */
    DISTRICT_DISPATCHER,
    /** 区领导 */
    DISTRICT_LEADER,
    PRIVACY_OFFICER,
    SECURITY_ADMINISTRATOR,
    AUDITOR,
    ADMINISTRATOR,
    VIEWER;

    /** As files and the API spell it: {@code grid_member}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role so spelt, or empty if there is none. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
