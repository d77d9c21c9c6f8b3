package community.likeminds.agent.gateway.description;

import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.node.ObjectNode;

/** The description of this version of the program, made when it is first asked for. */
public final class PublishedDescription {

    private final Supplier<ObjectNode> document;

    PublishedDescription(String basePackage) {
        document = SingletonSupplier.of(() -> ApiDescription.of(basePackage));
    }

    /** An OpenAPI 3.1 document; not to be changed. */
    public ObjectNode document() {
        return document.get();
    }
}
