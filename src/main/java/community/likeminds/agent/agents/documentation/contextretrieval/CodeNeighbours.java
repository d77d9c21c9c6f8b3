package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.processors.code.CodeChunk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The passages of one file, as they stand to one another.
 *
 * @param passages in the order of the file
 */
record CodeNeighbours(List<CodeChunk> passages) {

    /** The head of the innermost type, or of the member, that a passage is a part of and that stands in another passage. */
    Optional<CodeChunk> holder(CodeChunk hit) {
        return passages.stream()
                .filter(one -> one.startLine() < hit.startLine() && !one.kind().isEmpty() && !one.qualifiedName().isEmpty())
                .filter(one -> hit.qualifiedName().startsWith(one.qualifiedName() + ".") || hit.kind().isEmpty() && hit.qualifiedName().equals(one.qualifiedName()))
                .max(Comparator.comparingInt((CodeChunk one) -> one.qualifiedName().length()).thenComparing(CodeChunk::startLine, Comparator.reverseOrder()));
    }

    Optional<CodeChunk> before(CodeChunk hit) {
        return beside(hit, -1);
    }

    Optional<CodeChunk> after(CodeChunk hit) {
        return beside(hit, 1);
    }

    /** The next passage in a direction, when it stands in the same type and defines something. */
    private Optional<CodeChunk> beside(CodeChunk hit, int step) {
        for (int i = 0; i < passages.size(); i++) {
            CodeChunk one = passages.get(i);
            if (one.startLine() == hit.startLine() && one.contentHash().equals(hit.contentHash())) {
                int at = i + step;
                return at < 0 || at >= passages.size() ? Optional.empty() : Optional.of(passages.get(at)).filter(other -> sibling(other, hit));
            }
        }
        return Optional.empty();
    }

    private static boolean sibling(CodeChunk other, CodeChunk hit) {
        return !other.kind().isEmpty() && !hit.qualifiedName().isEmpty() && holderOf(other).equals(holderOf(hit));
    }

    private static String holderOf(CodeChunk chunk) {
        return chunk.qualifiedName().substring(0, Math.max(0, chunk.qualifiedName().lastIndexOf('.')));
    }
}
