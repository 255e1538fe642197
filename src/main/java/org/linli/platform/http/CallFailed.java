package org.linli.platform.http;

import java.io.IOException;

/** No answer was got: it was not allowed to ask, nobody answered, or with too much. */
public final class CallFailed extends IOException {

    CallFailed(String why) {
        super(why);
    }

    CallFailed(String why, Throwable cause) {
        super(why, cause);
    }
}
