package community.likeminds.agent.gateway.description;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas (JSON Schema 2020-12, the dialect of OpenAPI 3.1) of what controllers take and give, read off records: their components, whether those
 * may be null, and their constraints. Records become components of the document; everything else is written where it is used.
 */
final class Schemas {

    /** What is sent may leave out what may be null, and nothing may be added; what is answered says everything, and may say more one day. */
    enum Use {
        SENT,
        ANSWERED
    }

    private static final Pattern BEAN_GETTER = Pattern.compile("(?:is|get)[A-Z]\\w*");

    private final ObjectNode components = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> owners = new HashMap<>();

    /** The records that were met so far, by name. */
    ObjectNode components() {
        return components;
    }

    /** Of a value, with everything that its annotations say. */
    ObjectNode of(AnnotatedType annotated, Use use) {
        ObjectNode schema = bare(annotated, use);
        Constraints.add(schema, annotated);
        return annotated.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
    }

    /** Of a class that nothing is said about. */
    ObjectNode of(Class<?> type, Use use) {
        return type.isRecord() ? record(type, use) : plain(type, use);
    }

    /** The properties of a record, each with its schema. */
    Map<String, ObjectNode> properties(Class<?> type, Use use) {
        Map<String, ObjectNode> properties = new java.util.LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(component.getName(), of(component.getAnnotatedType(), use));
        }
        return properties;
    }

    static boolean required(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private ObjectNode bare(AnnotatedType annotated, Use use) {
        Type type = annotated.getType();
        if (annotated instanceof AnnotatedParameterizedType parameterized && type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                ObjectNode schema = typed("array");
                schema.set("items", of(arguments[0], use));
                if (Set.class.isAssignableFrom(raw)) {
                    schema.put("uniqueItems", true);
                }
                return schema;
            }
            if (Map.class.isAssignableFrom(raw)) {
                ObjectNode schema = typed("object");
                ObjectNode names = JsonNodeFactory.instance.objectNode();
                Constraints.add(names, arguments[0]);
                if (!names.isEmpty()) {
                    schema.set("propertyNames", names);
                }
                schema.set("additionalProperties", of(arguments[1], use));
                return schema;
            }
        }
        if (type instanceof Class<?> plain) {
            return of(plain, use);
        }
        throw new IllegalStateException("There is no schema for the type " + type + ".");
    }

    private ObjectNode plain(Class<?> type, Use use) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (CharSequence.class.isAssignableFrom(boxed)) {
            return typed("string");
        }
        if (boxed == Integer.class) {
            ObjectNode schema = typed("integer").put("format", "int32");
            return use == Use.SENT ? schema.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE) : schema;
        }
        if (boxed == Long.class) {
            ObjectNode schema = typed("integer").put("format", "int64");
            return use == Use.SENT ? schema.put("minimum", Long.MIN_VALUE).put("maximum", Long.MAX_VALUE) : schema;
        }
        if (boxed == Double.class || boxed == Float.class) {
            return typed("number").put("format", boxed == Double.class ? "double" : "float");
        }
        if (boxed == Boolean.class) {
            return typed("boolean");
        }
        if (Temporal.class.isAssignableFrom(boxed)) {
            return typed("string").put("format", boxed == LocalDate.class ? "date" : "date-time").put("maxLength", 40);
        }
        if (boxed == byte[].class) {
            return typed("string").put("contentEncoding", "base64");
        }
        if (boxed == Object.class || JsonNode.class.isAssignableFrom(boxed) || boxed == Map.class) {
            return boxed == Map.class ? typed("object") : JsonNodeFactory.instance.objectNode();
        }
        if (boxed.isEnum()) {
            ObjectNode schema = typed("string");
            ArrayNode values = schema.putArray("enum");
            for (Object constant : boxed.getEnumConstants()) {
                values.add(constant.toString());
            }
            return schema;
        }
        if (boxed.isSealed()) {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            ArrayNode ways = schema.putArray("anyOf");
            for (Class<?> way : boxed.getPermittedSubclasses()) {
                ways.add(of(way, use));
            }
            return schema;
        }
        throw new IllegalStateException("There is no schema for " + type + ".");
    }

    private ObjectNode record(Class<?> type, Use use) {
        String name = name(type);
        ObjectNode reference = JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
        String owner = type.getName() + " " + use.name().toLowerCase(Locale.ROOT);
        String known = owners.putIfAbsent(name, owner);
        if (known != null) {
            if (!known.equals(owner)) {
                throw new IllegalStateException("Both " + known + " and " + owner + " would be called " + name + " in the description.");
            }
            return reference;
        }
        ObjectNode schema = typed("object");
        // Known before its properties are looked at, which may name it again.
        components.set(name, schema);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), of(component.getAnnotatedType(), use));
            if (use == Use.ANSWERED || required(component)) {
                required.add(component.getName());
            }
        }
        if (use == Use.ANSWERED) {
            getters(type, properties, required);
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (use == Use.SENT) {
            schema.put("additionalProperties", false);
        }
        return reference;
    }

    /** What looks like a bean's property is written along with a record's components. */
    private void getters(Class<?> type, ObjectNode properties, ArrayNode required) {
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 0
                    && BEAN_GETTER.matcher(method.getName()).matches() && method.getReturnType() != void.class) {
                String name = method.getName().substring(method.getName().startsWith("is") ? 2 : 3);
                String property = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                if (!properties.has(property)) {
                    properties.set(property, of(method.getAnnotatedReturnType(), Use.ANSWERED));
                    required.add(property);
                }
            }
        }
    }

    /** A record inside of another class is called after both, unless it says its owner already. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        if (outer == null) {
            return type.getSimpleName();
        }
        String stem = outer.getSimpleName().replaceAll("Controller$", "");
        return type.getSimpleName().startsWith(stem) ? type.getSimpleName() : stem + type.getSimpleName();
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.path("type").isString()) {
            String type = schema.path("type").stringValue();
            schema.putArray("type").add(type).add("null");
            if (schema.get("enum") instanceof ArrayNode values) {
                values.addNull();
            }
            return schema;
        }
        if (schema.isEmpty()) {
            return schema;
        }
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf").add(schema).add(typed("null"));
        return either;
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
