package org.linli.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/openapi.json} says beyond what the handlers say themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Linli 邻里")
                                .version("v1")
                                .description(
                                        "Grid-based community governance. Errors are RFC 9457"
                                                + " problems, in Chinese or English.")
                                .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    @Bean
    OpenApiCustomizer problemsAndSecurity() {
        return api -> {
            var components = api.getComponents();
            components.addSchemas(PROBLEM, problem());
            components.addSecuritySchemes(
                    "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
            components.addSecuritySchemes(
                    "session",
                    new SecurityScheme()
                            .type(SecurityScheme.Type.APIKEY)
                            .in(SecurityScheme.In.COOKIE)
                            .name("linli_session"));
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(ApiDescription::mayFail);
            if (api.getTags() != null) {
                api.setTags(
                        api.getTags().stream().sorted(Comparator.comparing(Tag::getName)).toList());
            }
        };
    }

    /** One name for each operation: what it does, then to what. */
    @Bean
    OperationCustomizer named() {
        return (operation, handler) -> {
            var type = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
            return operation.operationId(handler.getMethod().getName() + type).tags(List.of(type));
        };
    }

    private static void mayFail(Operation operation) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        var content =
                new Content()
                        .addMediaType("application/problem+json", new MediaType().schema(schema));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("What is wrong, and what to change")
                                .content(content));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty(
                        "type",
                        new StringSchema()
                                .description("stable; match on this; leads to its meaning"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("for people"))
                .addProperty("instance", new StringSchema())
                .addProperty("field", new StringSchema().description("what to change, if a field"))
                .required(List.of("type", "status", "detail"));
    }
}
