package org.linli.cases;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the query of a list of cases, which {@link CaseLists} reads. */
@Parameters({
    @Parameter(name = "area", in = QUERY, description = "in this division or cell"),
    @Parameter(name = "state", in = QUERY, description = "in one of these states, by commas"),
    @Parameter(name = "stage", in = QUERY, description = "in one of these stages, by commas"),
    @Parameter(name = "matter", in = QUERY, description = "of this matter"),
    @Parameter(name = "unit", in = QUERY, description = "that this unit answers for"),
    @Parameter(
            name = "flow",
            in = QUERY,
            description = "cases, or services that are helped with",
            schema = @Schema(allowableValues = {"case", "service"})),
    @Parameter(name = "source", in = QUERY, description = "that came in this way"),
    @Parameter(
            name = "overdue",
            in = QUERY,
            description = "open past their due time",
            schema = @Schema(type = "boolean")),
    @Parameter(
            name = "awaiting",
            in = QUERY,
            description =
                    "waiting for the shift leader's ruling, or for what was asked to be decided",
            schema = @Schema(allowableValues = {"ruling", "decision"})),
    @Parameter(
            name = "level",
            in = QUERY,
            description = "that the office of this level has, other than the street",
            schema = @Schema(allowableValues = {"grid", "community", "district", "city"})),
    @Parameter(name = "text", in = QUERY, description = "with this in text, address or number"),
    @Parameter(name = "bbox", in = QUERY, description = "within west,south,east,north, WGS 84"),
    @Parameter(name = "from", in = QUERY, description = "reported on this day or later"),
    @Parameter(name = "to", in = QUERY, description = "reported on this day or before"),
    @Parameter(
            name = "mine",
            in = QUERY,
            description = "that the caller reported",
            schema = @Schema(type = "boolean")),
    @Parameter(
            name = "sort",
            in = QUERY,
            schema = @Schema(allowableValues = {"newest", "oldest", "due"})),
    @Parameter(
            name = "limit",
            in = QUERY,
            description = "at most 200",
            schema = @Schema(type = "integer", defaultValue = "50")),
    @Parameter(name = "cursor", in = QUERY, description = "the next of the page before")
})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface AsksForCases {}
