package org.linli.register;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;

/**
 * Whom somebody looks for: by one exact key. There is no search by part, range or quality, and so
 * no list of everybody who has it (SECURITY.md N8).
 *
 * @param gridCode the grid that the name is looked for in
 * @param caseNo an open case of one's own: whoever lives where it is
 */
record Question(
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable String name,
        @Nullable String gridCode,
        @Nullable String caseNo) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}·.' -]{2,50}");

    /** What it asks by. */
    sealed interface Key {

        record ByIdNumber(IdNumber number) implements Key {}

        record ByPhone(Phone phone) implements Key {}

        record ByName(String name, String gridCode) implements Key {}

        record ByCase(String caseNo) implements Key {}
    }

    /**
     * @throws InvalidValue unless it names exactly one key, and that one whole
     */
    Key key() {
        var named = Arrays.asList(idNumber, phone, name, caseNo);
        if (named.stream().filter(Objects::nonNull).count() != 1
                || (name == null) != (gridCode == null)) {
            throw new InvalidValue("register/one-key", "idNumber");
        }
        if (idNumber != null) {
            return IdNumber.of(idNumber)
                    .map(Key.ByIdNumber::new)
                    .orElseThrow(() -> new InvalidValue("register/id-number", "idNumber"));
        }
        if (phone != null) {
            return Phone.of(phone)
                    .map(Key.ByPhone::new)
                    .orElseThrow(() -> new InvalidValue("register/phone", "phone"));
        }
        if (name != null && gridCode != null) {
            return new Key.ByName(whole(name), gridCode);
        }
        return new Key.ByCase(Text.required("caseNo", caseNo, 60));
    }

    private static String whole(String name) {
        var stripped = name.strip();
        if (!NAME.matcher(stripped).matches()) {
            throw new InvalidValue("register/name", "name");
        }
        return stripped;
    }
}
