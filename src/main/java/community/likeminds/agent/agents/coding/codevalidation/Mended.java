package community.likeminds.agent.agents.coding.codevalidation;

import java.util.Map;

/**
 * A correction.
 *
 * @param texts new texts by path; a path that is not there yet is a new file
 * @param moved files that have another name now, which is among the texts: new names by old ones
 * @param learnt what the message said and what was done about it, one sentence
 */
record Mended(Map<String, String> texts, Map<String, String> moved, String learnt) {

    Mended {
        texts = Map.copyOf(texts);
        moved = Map.copyOf(moved);
    }

    static Mended of(String path, String text, String learnt) {
        return new Mended(Map.of(path, text), Map.of(), learnt);
    }
}
