package org.linli.checks;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that those who had a hand in a case are to know: it shows a sign of gaming, to which
 * they may say something, or it was decided what there is to it. Published on behalf of the system,
 * maybe more than once.
 *
 * @param sign its code
 * @param path where the case lies
 * @param concerned accounts
 */
public record SignNews(
        String caseNo,
        @Nullable String matterCode,
        String path,
        String sign,
        boolean decided,
        Set<String> concerned) {

    public SignNews {
        concerned = Set.copyOf(concerned);
    }
}
