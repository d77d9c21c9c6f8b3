package community.likeminds.agent.processors.code.orchestrator;

import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.processors.code.CodeListing;
import community.likeminds.agent.processors.code.CodeListing.Entry;
import community.likeminds.agent.processors.code.CodeProcessor;
import community.likeminds.agent.processors.code.ProjectFacts;
import community.likeminds.agent.processors.code.ProjectFacts.Build;
import community.likeminds.agent.processors.code.analyzer.Analyzer;
import community.likeminds.agent.processors.code.chunker.CodeChunker;
import community.likeminds.agent.processors.code.metadata.BuildFiles;
import community.likeminds.agent.processors.code.metadata.CodeFiles;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads source code with the grammars of tree-sitter. */
@Component
final class CodeOrchestrator implements CodeProcessor {

    @Override
    public CodeListing list(Path root, Progress progress) {
        return CodeFiles.list(root, progress);
    }

    @Override
    public CodeFile read(String path, String text) {
        return Analyzer.analyze(path, text).file();
    }

    @Override
    public List<CodeChunk> chunk(String path, String text, ChunkSize size) {
        return CodeChunker.chunk(path, text, size);
    }

    @Override
    public ProjectFacts facts(Path root, CodeListing listing) {
        Map<String, Integer> languages = new HashMap<>();
        for (Entry file : listing.files()) {
            if (!file.language().isEmpty()) {
                int lines = (int) text(root, file.path()).lines().filter(line -> !line.isBlank()).count();
                languages.merge(file.language(), lines, Integer::sum);
            }
        }
        List<Build> builds = new ArrayList<>();
        // Some build files are no source code, but stand beside it.
        Stream.concat(listing.files().stream().map(Entry::path), listing.leftOut().stream()
                        .filter(one -> one.reason() == CodeListing.Reason.OTHER)
                        .map(CodeListing.LeftOut::path))
                .filter(BuildFiles::isBuildFile)
                .sorted()
                .forEach(path -> BuildFiles.read(path, text(root, path)).ifPresent(builds::add));
        return new ProjectFacts(languages, builds);
    }

    @Override
    public String text(Path root, String path) {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root.normalize())) {
            throw unreadable(path, "it stands outside of the folder");
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw unreadable(path, failure.getClass().getSimpleName() + " " + failure.getMessage());
        }
    }

    private static AgentException unreadable(String path, String why) {
        return AgentException.badInput(
                "code-unreadable", "The file " + path + " cannot be read: " + why + ".", "Give a file that exists and that you may read.");
    }
}
