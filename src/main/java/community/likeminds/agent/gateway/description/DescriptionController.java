package community.likeminds.agent.gateway.description;

import community.likeminds.agent.infrastructure.auth.PublicRoute;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The description of the interface; the page to read and try it is a file, at {@code /api/v1/docs}. */
@RestController
@RequestMapping("/api/v1/openapi")
@Tag(name = "Description")
@PublicRoute("It shows nobody's data.")
class DescriptionController {

    private final PublishedDescription description;

    DescriptionController(PublishedDescription description) {
        this.description = description;
    }

    @GetMapping
    @Operation(summary = "Give this description (OpenAPI 3.1)")
    JsonNode read() {
        return description.document();
    }
}
