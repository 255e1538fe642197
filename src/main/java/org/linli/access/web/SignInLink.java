package org.linli.access.web;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.access.IssuedCode;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;

/**
 * A link that signs somebody in once.
 *
 * @param link to be put behind the address of this installation
 */
@Classified(FieldClass.C1)
record SignInLink(String accountId, String code, String link, Instant expiresAt) {

    private static final String OFFICE = "/console";

    /** An address of ours: nothing that a browser could take for another site's. */
    private static final Pattern PAGE = Pattern.compile("/[A-Za-z0-9_-]*(?:/[A-Za-z0-9_-]+)*");

    static SignInLink of(IssuedCode issued, String page) {
        return new SignInLink(
                issued.accountId(), issued.code(), issued.link(page), issued.expiresAt());
    }

    static String checkedPage(@Nullable String page) {
        if (page != null && !PAGE.matcher(page).matches()) {
            throw new InvalidValue("access/page", "page", page);
        }
        return page == null ? OFFICE : page;
    }
}
