package community.likeminds.agent.agents.coding.requirementanalysis;

import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as tools write and accept it in their files of configuration: with comments and commas at the end. */
final class Json {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private Json() {}

    static JsonMapper lenient() {
        return LENIENT;
    }
}
