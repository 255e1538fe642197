package org.linli.intake.open311;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.linli.access.Actor;
import org.linli.access.OpenToAll;
import org.linli.platform.problem.ItemProblems;
import org.linli.platform.web.TakesForms;
import org.linli.platform.words.Languages;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Open311 GeoReport v2. An address may end in {@code .xml} or {@code .json}; one that does not is
 * answered as its client accepts. {@code lang=en} or {@code lang=zh} chooses the language.
 */
@RestController
@RequestMapping("/open311/v2")
class GeoReportController {

    private static final String BECAUSE = "Open311 is a standard for the public";
    private static final String CHANGESET = "2026-11-23T00:00:00Z";

    private final ServiceList services;
    private final Posting posting;
    private final Reading reading;
    private final Jurisdictions jurisdictions;
    private final Rendering rendering;

    GeoReportController(
            ServiceList services,
            Posting posting,
            Reading reading,
            Jurisdictions jurisdictions,
            Rendering rendering) {
        this.services = services;
        this.posting = posting;
        this.reading = reading;
        this.jurisdictions = jurisdictions;
        this.rendering = rendering;
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Discovery.class)))
    @OpenToAll(because = BECAUSE)
    @TakesForms
    @GetMapping({"/discovery", "/discovery.{format}"})
    ResponseEntity<byte[]> discovery(HttpServletRequest request) {
        var locale = locale(request);
        var address =
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/open311/v2")
                        .build()
                        .toUriString();
        var found =
                Discovery.of(
                        address,
                        CHANGESET,
                        Words.say(Message.of("open311/contact"), locale),
                        Words.say(Message.of("open311/keys"), locale));
        return rendering.answer(request, HttpStatus.OK.value(), "discovery", found);
    }

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(implementation = ListedService.class))))
    @OpenToAll(because = BECAUSE)
    @TakesForms
    @GetMapping({"/services", "/services.{format}"})
    ResponseEntity<byte[]> services(HttpServletRequest request) {
        requireJurisdiction(request);
        var all = services.all(locale(request));
        return rendering.answer(request, HttpStatus.OK.value(), "services", all);
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ServiceDefinition.class)))
    @OpenToAll(because = BECAUSE)
    @TakesForms
    @GetMapping("/services/{code}")
    ResponseEntity<byte[]> definition(@PathVariable String code, HttpServletRequest request) {
        requireJurisdiction(request);
        var found = services.definition(Format.without(code), locale(request));
        return rendering.answer(request, HttpStatus.OK.value(), "service_definition", found);
    }

    /** Reports something: a form, with {@code media} files if it is a multipart one. */
    @ApiResponse(
            responseCode = "201",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = Accepted.class))))
    @OpenToAll(because = "anybody may report a concern, with or without a key")
    @TakesForms
    @PostMapping({"/requests", "/requests.{format}"})
    ResponseEntity<byte[]> post(@Parameter(hidden = true) Actor actor, HttpServletRequest request)
            throws IOException {
        var accepted = posting.post(actor, new Form(request), locale(request));
        var status = HttpStatus.CREATED.value();
        return rendering.answer(request, status, "service_requests", List.of(accepted));
    }

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    ServiceRequest.class))))
    @OpenToAll(because = BECAUSE)
    @TakesForms
    @GetMapping({"/requests", "/requests.{format}"})
    ResponseEntity<byte[]> requests(HttpServletRequest request) {
        var found = reading.list(new Form(request), locale(request));
        return rendering.answer(request, HttpStatus.OK.value(), "service_requests", found);
    }

    /**
     * @param id the number of a public case, or the tracking code of any
     */
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    ServiceRequest.class))))
    @OpenToAll(because = BECAUSE)
    @TakesForms
    @GetMapping("/requests/{id}")
    ResponseEntity<byte[]> request(@PathVariable String id, HttpServletRequest request) {
        requireJurisdiction(request);
        var found = reading.one(Format.without(id), locale(request));
        var status = HttpStatus.OK.value();
        return rendering.answer(request, status, "service_requests", List.of(found));
    }

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = TokenAnswer.class))))
    @OpenToAll(because = BECAUSE)
    @TakesForms
    @GetMapping("/tokens/{token}")
    ResponseEntity<byte[]> token(@PathVariable String token, HttpServletRequest request) {
        requireJurisdiction(request);
        var found = reading.token(Format.without(token));
        var status = HttpStatus.OK.value();
        return rendering.answer(request, status, "service_requests", List.of(found));
    }

    /** Whatever is wrong is told in the standard's own form. */
    @ExceptionHandler
    ResponseEntity<byte[]> tell(RuntimeException failed, HttpServletRequest request) {
        var problem = ItemProblems.detail(failed, locale(request));
        var status = standard(HttpStatus.valueOf(problem.getStatus()));
        var fault = new Fault(status.value(), String.valueOf(problem.getDetail()));
        return rendering.answer(request, status.value(), "errors", List.of(fault));
    }

    /** The standard knows 400, 403 and 404. */
    private static HttpStatus standard(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> HttpStatus.FORBIDDEN;
            case UNPROCESSABLE_CONTENT -> HttpStatus.BAD_REQUEST;
            default -> status;
        };
    }

    private void requireJurisdiction(HttpServletRequest request) {
        jurisdictions.path(request.getParameter("jurisdiction_id"));
    }

    private static Locale locale(HttpServletRequest request) {
        var asked = request.getParameter("lang");
        if (asked == null || asked.isBlank()) {
            return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                    ? Locale.SIMPLIFIED_CHINESE
                    : Languages.of(request);
        }
        return asked.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
