package org.linli.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what a handler would stumble over or guess about: parameters that no database can keep or
 * compare, what is given twice where one is asked for, and a body of no certain type.
 */
class SoundRequests implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        requireOneType(request.getContentType());
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!Text.isStorable(name)
                            || !Arrays.stream(values).allMatch(Text::isStorable)) {
                        throw new InvalidValue("request/characters", name);
                    }
                    requireOne(handler, name, values.length);
                });
        if (request instanceof MultipartRequest form) {
            form.getMultiFileMap()
                    .forEach((name, files) -> requireOne(handler, name, files.size()));
        }
        return true;
    }

    private static void requireOneType(@Nullable String contentType)
            throws HttpMediaTypeNotSupportedException {
        if (contentType != null && contentType.contains("*")) {
            throw new HttpMediaTypeNotSupportedException(
                    "No certain type", List.of(MediaType.APPLICATION_JSON));
        }
    }

    private static void requireOne(Object handler, String name, int given) {
        if (given > 1 && handler instanceof HandlerMethod method && !takesMany(method, name)) {
            throw new InvalidValue("request/twice", name);
        }
    }

    private static boolean takesMany(HandlerMethod method, String name) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter ->
                        Collection.class.isAssignableFrom(parameter.getParameterType())
                                && name.equals(parameter.getParameterName()));
    }
}
