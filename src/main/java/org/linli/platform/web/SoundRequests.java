package org.linli.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what a handler would stumble over or guess about: parameters that no database can keep or
 * compare, what is given twice where one is asked for, and a body of no certain type, or a form,
 * whose fields would pass for parameters.
 */
class SoundRequests implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        if (takesForms(handler)) {
            requireSound(request);
            return true;
        }
        requireFittingType(request.getContentType());
        requireSound(request);
        parameters(request).forEach((name, values) -> requireOne(handler, name, values.length));
        if (request instanceof MultipartRequest form) {
            form.getMultiFileMap()
                    .forEach((name, files) -> requireOne(handler, name, files.size()));
        }
        return true;
    }

    /** A standard of others may ask for forms, and for a name that stands there twice. */
    private static boolean takesForms(Object handler) {
        return handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(TakesForms.class);
    }

    private static void requireSound(HttpServletRequest request) {
        parameters(request)
                .forEach((name, values) -> {
                    if (!Text.isStorable(name)
                            || !Arrays.stream(values).allMatch(Text::isStorable)) {
                        throw new InvalidValue("request/characters", name);
                    }
                });
    }

    /** The firewall looks at parameters when they are asked for, which is here. */
    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (RequestRejectedException unsound) {
            throw new InvalidValue("request/characters", "query");
        }
    }

    private static void requireFittingType(@Nullable String contentType)
            throws HttpMediaTypeNotSupportedException {
        if (contentType != null && (contentType.contains("*") || isForm(contentType))) {
            throw new HttpMediaTypeNotSupportedException(
                    "No certain type, or a form", List.of(MediaType.APPLICATION_JSON));
        }
    }

    private static boolean isForm(String contentType) {
        return contentType
                .toLowerCase(Locale.ROOT)
                .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
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
