package community.likeminds.agent.gateway.description;

import community.likeminds.agent.gateway.ControllerMethods;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the OpenAPI 3.1 document of the whole system: the same one in every process, whichever roles it runs and whichever are there. */
public final class ApiDescription {

    private ApiDescription() {}

    /** Of all controllers below a package. Loads the classes of all controllers and of what they take and give. */
    public static ObjectNode of(String basePackage) {
        List<ApiOperation> operations = ApiOperation.of(ControllerMethods.below(basePackage));
        Schemas schemas = new Schemas();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.1");
        ObjectNode info = document.putObject("info");
        info.put("title", "LikeMinds Integration Agent");
        info.put("version", "v1");
        info.put("description", "Reads an SDK's documentation, integrates it into a project, and proves the result. Lists come newest first or by name;"
                + " what takes long answers 202 and names a task to ask for or to follow; errors are problem details (RFC 9457) with a stable code and a remedy."
                + " A method that an address does not have is answered 405, with those that it has in the header Allow.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/").put("description", "This server");
        ArrayNode tags = document.putArray("tags");
        operations.stream().map(ApiOperation::tag).collect(java.util.stream.Collectors.toCollection(TreeSet::new)).forEach(tag -> tags.addObject().put("name", tag));
        ObjectNode paths = document.putObject("paths");
        Examples examples = new Examples(schemas.components());
        OperationWriter writer = new OperationWriter(schemas, Texts.read(), examples);
        for (ApiOperation operation : operations) {
            ObjectNode path = paths.withObjectProperty(operation.path());
            path.set(operation.verb().name().toLowerCase(Locale.ROOT), writer.write(operation));
        }
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.components());
        ObjectNode shown = components.putObject("examples");
        writer.bodies().forEach(record -> shown.putObject(record).set("value", examples.of(record)));
        CommonParts.addTo(components);
        return document;
    }
}
