package community.likeminds.agent.vector.core.store.chroma;

import tools.jackson.databind.JsonNode;

/**
 * A collection as the server has it.
 *
 * @param id the server's own, another one when a collection of the same name is made again
 * @param name what requests that delete go by
 * @param metadata JSON object, or null
 */
record ChromaCollection(String id, String name, JsonNode metadata) {

    static ChromaCollection of(JsonNode body) {
        return new ChromaCollection(
                body.path("id").asString(""), body.path("name").asString(""), body.path("metadata"));
    }

    String text(String key) {
        return metadata.path(key).asString("");
    }

    long number(String key) {
        return metadata.path(key).asLong(0);
    }

    boolean flag(String key) {
        return metadata.path(key).asBoolean(false);
    }
}
