package org.linli.evidence;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.util.UUID;
import org.linli.access.Actor;
import org.linli.access.OpenToAll;
import org.linli.platform.operation.Operations;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Photos over HTTP: upload one, look at one. */
@RestController
@RequestMapping("/api/v1/photos")
class PhotoController {

    private final Evidence evidence;

    PhotoController(Evidence evidence) {
        this.evidence = evidence;
    }

    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Evidence.Receipt.class)))
    @OpenToAll(because = "a resident without an account may show what they report")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<String> upload(
            Actor actor, @RequestParam UUID opId, @RequestParam MultipartFile file)
            throws IOException {
        return Operations.send(evidence.store(actor, opId, file));
    }

    @OpenToAll(
            because = "the right to a photo is that to the records it belongs to, or its sender's")
    @GetMapping("/{photoId}")
    ResponseEntity<Resource> show(Actor actor, @PathVariable UUID photoId) {
        return ShownPhoto.of(evidence.shown(actor, photoId));
    }
}
