package org.linli.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Keeps one address from drowning out the others where nobody signs in. Generous, because a whole
 * village may reach us through one address of a mobile network.
 */
@Component
class AnonymousLimits implements HandlerInterceptor {

    private static final PathPattern REPORTS = pattern("/api/v1/reports");
    private static final PathPattern OPEN311 =
            pattern("/open311/v2/{requests:requests.*|tokens}/**");
    private static final PathPattern PHOTOS = pattern("/api/v1/photos");
    private static final PathPattern TRACKING = pattern("/api/v1/tracking/**");
    private static final PathPattern MEDIATIONS = pattern("/api/v1/mediations");
    private static final PathPattern OWN_MEDIATION = pattern("/api/v1/mediations/own/**");
    private static final PathPattern MEDIATION_CODES = pattern("/api/v1/mediations/codes");
    private static final PathPattern SESSION = pattern("/api/v1/session/**");
    private static final PathPattern DEVICES = pattern("/api/v1/devices");
    private static final PathPattern RESIDENT = pattern("/api/v1/resident/session");
    private static final PathPattern SETUP = pattern("/api/v1/setup");

    private record Key(String what, String network) {}

    private final AnonymousSettings settings;
    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterAccess(Duration.ofMinutes(2))
                    .build();

    AnonymousLimits(AnonymousSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var limit = limit(request);
        if (limit != null && Caller.of(request).actor().isAnonymous()) {
            var key = new Key(limit.what, Network.of(request.getRemoteAddr()));
            var bucket = buckets.get(key, _ -> bucket(limit.perMinute));
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }
        return true;
    }

    private record Limit(String what, int perMinute) {}

    private @Nullable Limit limit(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        if (TRACKING.matches(path)
                || OWN_MEDIATION.matches(path)
                || SameOrigin.isRead(request) && OPEN311.matches(path)) {
            return new Limit("tracking", settings.trackingPerMinute());
        }
        if (SameOrigin.isRead(request)) {
            return null;
        }
        if (REPORTS.matches(path) || MEDIATIONS.matches(path) || OPEN311.matches(path)) {
            return new Limit("reports", settings.reportsPerMinute());
        }
        if (PHOTOS.matches(path)) {
            return new Limit("photos", settings.photosPerMinute());
        }
        return SESSION.matches(path)
                        || SETUP.matches(path)
                        || DEVICES.matches(path)
                        || RESIDENT.matches(path)
                        || MEDIATION_CODES.matches(path)
                ? new Limit("codes", settings.codesPerMinute())
                : null;
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    private static PathPattern pattern(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }
}
