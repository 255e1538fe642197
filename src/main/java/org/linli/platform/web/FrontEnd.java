package org.linli.platform.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Answers the addresses of a front end's pages with its index.html: it finds its own way there. */
final class FrontEnd extends PathResourceResolver {

    static final List<String> EVERY_PAGE = List.of("*");

    private final List<String> pages;

    /**
     * @param pages first parts of the addresses that are pages, or {@link #EVERY_PAGE}
     */
    FrontEnd(List<String> pages) {
        this.pages = pages;
    }

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        var file = path.isEmpty() ? null : super.getResource(path, location);
        return file == null && isPage(path) ? super.getResource("index.html", location) : file;
    }

    /** A name with a dot is a file: a missing script must not look like a page. */
    private boolean isPage(String path) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        var first = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        return !last.contains(".") && (pages == EVERY_PAGE || pages.contains(first));
    }
}
