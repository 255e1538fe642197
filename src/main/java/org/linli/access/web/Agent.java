package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** How a browser names itself, so that its person knows it again in the list of sessions. */
final class Agent {

    private Agent() {}

    /** Empty if it does not; without the characters that a database cannot hold. */
    static String of(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return agent == null ? "" : agent.replaceAll("\\p{Cntrl}", "");
    }
}
