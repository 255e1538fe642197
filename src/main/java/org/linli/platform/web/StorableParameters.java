package org.linli.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.linli.platform.problem.InvalidValue;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that no database can keep or compare. */
class StorableParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!Text.isStorable(name)
                            || !Arrays.stream(values).allMatch(Text::isStorable)) {
                        throw new InvalidValue("request/characters", name);
                    }
                });
        return true;
    }
}
