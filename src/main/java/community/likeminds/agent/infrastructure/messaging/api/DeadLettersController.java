package community.likeminds.agent.infrastructure.messaging.api;

import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.messaging.DeadLetter;
import community.likeminds.agent.infrastructure.messaging.DeadLetters;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages that no attempt could settle. */
@RestController
@RequestMapping("/api/v1/dead-letters")
@Tag(name = "Dead letters")
@Requires(Permission.DEAD_LETTERS_MANAGE)
class DeadLettersController {

    private final DeadLetters letters;

    DeadLettersController(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    @Operation(summary = "List the dead letters, newest first")
    Listed list(TenantId tenant, @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return new Listed(letters.list(tenant, limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Give a dead letter with the reason of its last failure")
    DeadLetter get(TenantId tenant, @PathVariable String id) {
        return letters.find(tenant, id).orElseThrow(() -> unknown(id));
    }

    @PostMapping("/{id}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a dead letter to its queue again")
    void redrive(TenantId tenant, @PathVariable String id) {
        if (!letters.redrive(tenant, id)) {
            throw unknown(id);
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw a dead letter away")
    void discard(TenantId tenant, @PathVariable String id) {
        if (!letters.discard(tenant, id)) {
            throw unknown(id);
        }
    }

    private static AgentException unknown(String id) {
        return AgentException.notFound("dead-letter-unknown", "There is no dead letter '" + id + "'.", "See them: GET /api/v1/dead-letters.");
    }

    /** @param letters newest first */
    record Listed(List<DeadLetter> letters) {}
}
