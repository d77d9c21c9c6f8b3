package community.likeminds.agent.agents.coding.codevalidation;

import java.util.Map;

/**
 * A correction.
 *
 * @param texts new texts by path; a path that is not there yet is a new file
 * @param removed path of a file that goes, because it has another name now, or empty
 * @param learnt what the message said and what was done about it, one sentence
 */
record Mended(Map<String, String> texts, String removed, String learnt) {

    Mended {
        texts = Map.copyOf(texts);
    }

    static Mended of(String path, String text, String learnt) {
        return new Mended(Map.of(path, text), "", learnt);
    }
}
