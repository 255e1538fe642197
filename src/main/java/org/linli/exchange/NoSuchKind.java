package org.linli.exchange;

import java.util.List;
import org.linli.platform.problem.Problem;

/** There are no files of this kind. */
public final class NoSuchKind extends Problem {

    NoSuchKind(String kind, List<String> known) {
        super(
                Kind.NOT_FOUND,
                "exchange/no-such-kind",
                kind,
                String.join(", ", known.stream().sorted().toList()));
    }
}
