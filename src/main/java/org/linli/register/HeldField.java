package org.linli.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the register holds of households and their people, by the names that forms ask for it: what
 * stands here is not asked again (最多报一次).
 */
public enum HeldField {
    HOUSEHOLD_NUMBER(List.of("户号", "户编号", "household number")),
    ADDRESS(List.of("住址", "地址", "门牌", "居住地", "address")),
    RESIDENTS(List.of("居住人数", "家庭人数", "人口数", "几口人", "number of residents", "household size")),
    NAME(List.of("姓名", "名字", "full name")),
    PHONE(List.of("电话", "手机", "联系方式", "phone", "telephone", "mobile number")),
    ID_NUMBER(List.of("身份证", "证件号", "公民身份号码", "id number", "identity number")),
    CONSENT(List.of("同意书", "告知书", "consent form")),
    NEEDS(List.of("服务需求", "帮扶需求", "service needs"));

    private final List<String> names;

    HeldField(List<String> names) {
        this.names = names;
    }

    /** As the API spells it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the register holds that a form would ask for by this name, or empty. */
    public static Optional<HeldField> askedBy(String field) {
        var lower = field.toLowerCase(Locale.ROOT).strip();
        return Arrays.stream(values())
                .filter(held ->
                        lower.equals("name") && held == NAME
                                || held.names.stream().anyMatch(lower::contains))
                .findFirst();
    }
}
