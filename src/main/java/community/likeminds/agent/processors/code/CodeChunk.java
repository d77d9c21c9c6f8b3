package community.likeminds.agent.processors.code;

import java.util.List;

/**
 * A passage of source code, sized for the embedding model: a member, some small neighbours, or a part of a large member.
 *
 * @param path of the file below the root that was read
 * @param language of the file, or empty
 * @param names simple names that the passage defines, outermost first
 * @param qualifiedName of the first definition in it, else of what encloses it, or empty
 * @param kind of the first definition in it in lower case, or empty
 * @param signature of the definitions in it, one a line
 * @param doc what their documentation says
 * @param startLine first line, from 1
 * @param endLine last line
 * @param text the lines as they are in the file
 * @param embedded what is embedded: where the passage stands, then the text
 * @param contentHash SHA-256 of {@code embedded}, hexadecimal
 */
public record CodeChunk(
        String path,
        String language,
        List<String> names,
        String qualifiedName,
        String kind,
        String signature,
        String doc,
        int startLine,
        int endLine,
        String text,
        String embedded,
        String contentHash) {

    public CodeChunk {
        names = List.copyOf(names);
    }
}
