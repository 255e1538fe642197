package org.linli.catalogue;

import java.util.List;
import org.linli.access.OpenToAll;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for forms and lists. */
@RestController
class MatterController {

    private final Catalogue catalogue;

    MatterController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Its tag is the catalogue's version: a page asks again and mostly gets a bare 304. */
    @GetMapping("/api/v1/matters")
    @OpenToAll(because = "whoever reports must be able to say what")
    ResponseEntity<List<ShownMatter>> matters() {
        // read before the matters: a change in between is then asked for again
        var version = catalogue.version();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag("\"matters-" + version + "\"")
                .body(catalogue.matters().stream().map(ShownMatter::of).toList());
    }
}
