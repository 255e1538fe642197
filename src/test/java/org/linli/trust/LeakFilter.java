package org.linli.trust;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets {@link LeakWatch} read what leaves Linli over HTTP. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LeakFilter extends OncePerRequestFilter {

    private static final int MOST = 4 << 20;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var copying = new Copying(response);
        try {
            chain.doFilter(request, copying);
        } finally {
            copying.flushWriter();
            if (isText(response.getContentType())) {
                var where = request.getMethod() + " " + request.getRequestURI();
                LeakWatch.read(where, copying.copy.toString(StandardCharsets.UTF_8));
            }
        }
    }

    private static boolean isText(@Nullable String type) {
        return type != null && !type.startsWith("image/") && !type.contains("vector-tile");
    }

    private static final class Copying extends HttpServletResponseWrapper {

        private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
        private @Nullable ServletOutputStream stream;
        private @Nullable PrintWriter writer;

        Copying(HttpServletResponse response) {
            super(response);
        }

        void flushWriter() {
            if (writer != null) {
                writer.flush();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (stream == null) {
                stream = new Both(super.getOutputStream(), copy);
            }
            return stream;
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (writer == null) {
                writer =
                        new PrintWriter(
                                new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
            }
            return writer;
        }
    }

    private static final class Both extends ServletOutputStream {

        private final ServletOutputStream out;
        private final ByteArrayOutputStream copy;

        Both(ServletOutputStream out, ByteArrayOutputStream copy) {
            this.out = out;
            this.copy = copy;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            if (copy.size() < MOST) {
                copy.write(one);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            if (copy.size() < MOST) {
                copy.write(bytes, from, length);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
