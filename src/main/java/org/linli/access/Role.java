package org.linli.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

    /**
     * 三员: who runs the system, who guards it and who watches both are different people (GB/T
     * 22239-2019 8.1.4.2 d), so that nobody can give a right and judge its use.
     */
    public static final Set<Role> THREE_ADMINISTRATORS =
            Collections.unmodifiableSet(EnumSet.of(ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR));

    /** As files and the API spell it: {@code grid_member}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nobody may hold both. */
    public boolean excludes(Role other) {
        return this != other
                && THREE_ADMINISTRATORS.contains(this)
                && THREE_ADMINISTRATORS.contains(other);
    }

    /** The role so spelt, or empty if there is none. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
