package community.likeminds.agent.gateway.description;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import tools.jackson.databind.node.ObjectNode;

/** What annotations of Jakarta Validation ask of a value, as keywords of JSON Schema. */
final class Constraints {

    private Constraints() {}

    /** @param schema of the value itself, whose type tells what a size is */
    static void add(ObjectNode schema, AnnotatedElement annotated) {
        Size size = annotated.getAnnotation(Size.class);
        if (size != null) {
            if (size.min() > 0) {
                schema.put(least(schema), size.min());
            }
            if (size.max() < Integer.MAX_VALUE) {
                schema.put(most(schema), size.max());
            }
        }
        if (annotated.isAnnotationPresent(NotEmpty.class) || annotated.isAnnotationPresent(NotBlank.class)) {
            schema.put(least(schema), 1);
        }
        if (annotated.isAnnotationPresent(NotBlank.class)) {
            schema.put("pattern", "\\S");
        }
        Pattern pattern = annotated.getAnnotation(Pattern.class);
        if (pattern != null) {
            if (pattern.regexp().matches("\\(\\?[a-zA-Z].*")) {
                throw new IllegalStateException("The pattern " + pattern.regexp() + " has a flag that other languages do not know.");
            }
            // A value must fit as a whole here, and anywhere in JSON Schema.
            schema.put("pattern", "^(?:" + pattern.regexp() + ")$");
        }
        Min min = annotated.getAnnotation(Min.class);
        if (min != null) {
            schema.put("minimum", min.value());
        }
        Max max = annotated.getAnnotation(Max.class);
        if (max != null) {
            schema.put("maximum", max.value());
        }
    }

    private static String least(ObjectNode schema) {
        return switch (schema.path("type").stringValue("")) {
            case "array" -> "minItems";
            case "object" -> "minProperties";
            default -> "minLength";
        };
    }

    private static String most(ObjectNode schema) {
        return switch (schema.path("type").stringValue("")) {
            case "array" -> "maxItems";
            case "object" -> "maxProperties";
            default -> "maxLength";
        };
    }
}
