package community.likeminds.agent.gateway.description;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said to people about operations and parameters beyond what code can say of itself, out of a file. */
record Texts(JsonNode all) {

    private static final String FILE = "openapi-texts.json";

    static Texts read() {
        return new Texts(file(FILE));
    }

    /** What an operation does beyond its summary; empty when nothing is written about it. */
    String operation(String id) {
        return all.path("operations").path(id).stringValue("");
    }

    /** What a parameter is; what is said of it for one operation goes before what its name means everywhere. */
    String parameter(String operation, String name) {
        JsonNode parameters = all.path("parameters");
        return parameters.path(operation + " " + name).stringValue(parameters.path(name).stringValue(""));
    }

    static JsonNode file(String name) {
        try (InputStream file = Texts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The program was packaged without " + name + ".");
            }
            return JsonMapper.shared().readTree(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The file " + name + " cannot be read.", unreadable);
        }
    }
}
