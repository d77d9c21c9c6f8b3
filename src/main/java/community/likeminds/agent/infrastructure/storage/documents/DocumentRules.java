package community.likeminds.agent.infrastructure.storage.documents;

import community.likeminds.agent.infrastructure.storage.StoredDocuments.NewDocument;
import community.likeminds.agent.infrastructure.storage.StoredDocuments.Query;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** What every store of documents asks of its callers. */
public final class DocumentRules {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern COLLECTION = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9._-]{1,60}");
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_BODY = 8_000_000;
    private static final int MOST_LABELS = 16;
    private static final int LONGEST_PAGE = 200;

    private DocumentRules() {}

    /** The body as JSON, when the document may be stored. */
    public static String json(String collection, NewDocument document) {
        names(collection, document.id());
        labels(document.labels());
        String json = JSON.writeValueAsString(document.body());
        require(json.length() <= LONGEST_BODY, "Its JSON has " + json.length() + " characters, more than " + LONGEST_BODY + ".");
        return json;
    }

    public static void names(String collection, String id) {
        require(COLLECTION.matcher(collection).matches(), "Its collection is not 1 to 60 small letters, digits and hyphens.");
        require(!id.isEmpty() && id.length() <= LONGEST_ID && id.indexOf('\u0000') < 0, "Its id is not 1 to 200 characters.");
    }

    public static void query(String collection, Query query) {
        names(collection, "x");
        labels(query.labels());
        require(query.most() >= 1 && query.most() <= LONGEST_PAGE, "A page holds 1 to " + LONGEST_PAGE + " documents.");
    }

    private static void labels(Map<String, String> labels) {
        require(labels.size() <= MOST_LABELS, "It has more than " + MOST_LABELS + " labels.");
        labels.forEach((name, value) -> {
            require(LABEL.matcher(name).matches(), "The name of a label is not 1 to 60 small letters, digits, '-', '_' and '.'.");
            require(value.length() <= LONGEST_VALUE && value.indexOf('\u0000') < 0, "The value of the label '" + name + "' is too long.");
        });
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw AgentException.badInput(
                    "document-invalid", "The document cannot be stored or asked for. " + rule, "Keep what is large as an object, and names short.");
        }
    }

    public static AgentException changed(String id) {
        return new AgentException(
                Kind.CONFLICT,
                "document-changed",
                "The document '" + id + "' has been changed or deleted since it was read, or is there already.",
                "Read it again and repeat the change.");
    }
}
