package org.linli.notices;

import java.util.List;

/**
 * How somebody with an account wants to be told besides their inbox.
 *
 * @param language {@code zh} or {@code en}
 * @param channels by their codes
 * @param email sealed or in clear, by who holds it; empty for none
 */
record Preference(
        String accountId,
        String language,
        List<String> channels,
        Quiet quiet,
        String keyId,
        String email,
        String phone) {

    Preference {
        channels = List.copyOf(channels);
    }

    /** Of whoever has chosen nothing. */
    static Preference usual(String accountId) {
        return new Preference(accountId, "zh", List.of(), Quiet.USUAL, "", "", "");
    }

    Preference with(String key, String otherEmail, String otherPhone) {
        return new Preference(accountId, language, channels, quiet, key, otherEmail, otherPhone);
    }

    @Override
    public String toString() {
        return "Preference of " + accountId;
    }
}
