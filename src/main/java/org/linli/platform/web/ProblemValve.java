package org.linli.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problems;
import org.linli.platform.words.Languages;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Tomcat refuses before Spring sees it, such as an address it cannot decode, as a
 * problem instead of a page of its own. Public because Tomcat makes it by name.
 */
public final class ProblemValve extends ErrorReportValve {

    /** A transfer encoding or a version of HTTP that nobody knows is not our fault. */
    private static final Set<Integer> SENDERS_MISTAKES =
            Set.of(
                    HttpServletResponse.SC_NOT_IMPLEMENTED,
                    HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (SENDERS_MISTAKES.contains(response.getStatus())) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var detail = Problems.detail(status, Languages.of(request.getRequest()));
        var body = JSON.createObjectNode();
        body.put("type", String.valueOf(detail.getType()));
        body.put("title", detail.getTitle());
        body.put("status", detail.getStatus());
        body.put("detail", detail.getDetail());
        write(response, JSON.writeValueAsBytes(body));
    }

    private static void write(Response response, byte[] body) {
        try {
            response.setContentType("application/problem+json");
            Walls.around(response);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException gone) {
            containerLog(response, gone);
        }
    }

    private static void containerLog(Response response, IOException gone) {
        var container = response.getRequest().getContext();
        if (container != null) {
            container.getLogger().debug("The caller hung up", gone);
        }
    }
}
