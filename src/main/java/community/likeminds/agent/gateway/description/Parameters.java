package community.likeminds.agent.gateway.description;

import community.likeminds.agent.gateway.ControllerMethods;
import community.likeminds.agent.gateway.description.Schemas.Use;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes what an operation takes in its path, its query and its headers. */
final class Parameters {

    /** As long as a path or a query can be read at all. */
    private static final int LONGEST = 2000;

    private final Schemas schemas;
    private final Texts texts;

    Parameters(Schemas schemas, Texts texts) {
        this.schemas = schemas;
        this.texts = texts;
    }

    ArrayNode of(ApiOperation operation) {
        Map<String, ObjectNode> found = new TreeMap<>();
        for (ControllerMethods method : operation.methods()) {
            for (Parameter parameter : method.method().getParameters()) {
                read(found, parameter);
            }
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        found.values().forEach(parameter -> {
            parameter.put("description", texts.parameter(operation.id(), parameter.path("name").stringValue()));
            all.add(parameter);
        });
        if (operation.verb() == RequestMethod.POST && !operation.access().open()) {
            all.addObject().put("$ref", "#/components/parameters/" + CommonParts.IDEMPOTENCY_KEY);
        }
        if (operation.revalidated()) {
            all.addObject().put("$ref", "#/components/parameters/" + CommonParts.IF_NONE_MATCH);
        }
        return all;
    }

    private void read(Map<String, ObjectNode> found, Parameter parameter) {
        PathVariable path = parameter.getAnnotation(PathVariable.class);
        if (path != null) {
            add(found, "path", name(path.name(), path.value(), parameter), true, bounded(schemas.of(parameter.getAnnotatedType(), Use.SENT)).put("minLength", 1));
        }
        RequestParam query = parameter.getAnnotation(RequestParam.class);
        if (query != null) {
            boolean given = query.required() && ValueConstants.DEFAULT_NONE.equals(query.defaultValue());
            ObjectNode schema = bounded(schemas.of(parameter.getAnnotatedType(), Use.SENT));
            if (!ValueConstants.DEFAULT_NONE.equals(query.defaultValue()) && !query.defaultValue().isEmpty()) {
                schema.put("description", "Usually " + query.defaultValue() + ".");
            }
            add(found, "query", name(query.name(), query.value(), parameter), given, schema);
        }
        RequestHeader header = parameter.getAnnotation(RequestHeader.class);
        // Every POST takes this one, whether or not its controller reads it, too.
        if (header != null && !CommonParts.IDEMPOTENCY_KEY.equals(name(header.name(), header.value(), parameter))) {
            add(found, "header", name(header.name(), header.value(), parameter), false, bounded(schemas.of(parameter.getAnnotatedType(), Use.SENT)));
        }
        if (parameter.isAnnotationPresent(ModelAttribute.class)) {
            for (RecordComponent component : parameter.getType().getRecordComponents()) {
                ObjectNode schema = bounded(withoutNull(schemas.of(component.getAnnotatedType(), Use.SENT)));
                add(found, "query", component.getName(), Schemas.required(component), schema);
            }
        }
    }

    private static void add(Map<String, ObjectNode> found, String in, String name, boolean required, ObjectNode schema) {
        ObjectNode parameter = JsonNodeFactory.instance.objectNode().put("name", name).put("in", in).put("required", required);
        parameter.set("schema", schema);
        found.putIfAbsent(in + " " + name, parameter);
    }

    /** A query says nothing rather than null. */
    private static ObjectNode withoutNull(ObjectNode schema) {
        if (schema.get("type") instanceof ArrayNode types) {
            schema.put("type", types.get(0).stringValue());
        }
        return schema;
    }

    private static ObjectNode bounded(ObjectNode schema) {
        if ("string".equals(schema.path("type").stringValue("")) && !schema.has("maxLength")) {
            schema.put("maxLength", LONGEST);
        }
        return schema;
    }

    private static String name(String name, String value, Parameter parameter) {
        return !name.isEmpty() ? name : !value.isEmpty() ? value : parameter.getName();
    }
}
