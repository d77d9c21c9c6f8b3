package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.coding.FakeValidator;
import community.likeminds.agent.agents.documentation.DocumentationReview;
import community.likeminds.agent.agents.documentation.DocumentationReview.ReviewRequest;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Finding;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.GuideOutline;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.analyzer.Outlines;
import community.likeminds.agent.processors.docs.sources.PageReader;
import community.likeminds.agent.processors.docs.sources.Sources;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A folder of pages and the real checks on it. */
final class ReviewFixture {

    private static final SourceCode SOURCE_CODE =
            new AnnotationConfigApplicationContext("community.likeminds.agent.processors.code").getBean(SourceCode.class);

    private final Path root;
    private Set<String> published = Set.of();
    private boolean offline = true;
    /** Compares symbols. */
    final FakeValidator validator = new FakeValidator();

    ReviewFixture(Path root) {
        this.root = root;
    }


    /** The registries have these packages and no others. */
    ReviewFixture published(String... names) {
        published = Set.of(names);
        offline = false;
        return this;
    }

    ReviewFixture page(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file that a published package of npm holds, or the documentation of an artifact of Maven, whose name is written with a plus. */
    ReviewFixture types(String name, String path, String text) {
        try {
            Path file = root.resolveSibling("published").resolve(name).resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Review review() {
        return review(new ReviewRequest(root.toString(), Set.of(), Set.of(), offline));
    }

    Review review(ReviewRequest request) {
        DocumentationReview reviewer = new Reviewer(processor(), SOURCE_CODE, registries(), validator);
        return reviewer.review(request, Progress.NONE);
    }

    /** Every finding as {@code code page:line}. */
    List<String> places() {
        return review().findings().stream().map(ReviewFixture::place).toList();
    }

    static String place(Finding finding) {
        return finding.code() + " " + finding.page() + ":" + finding.startLine();
    }

    private Registries registries() {
        return new Registries() {
            @Override
            public Optional<Boolean> has(String ecosystem, String name) {
                return Optional.of(published.contains(name));
            }

            @Override
            public Optional<Boolean> remembered(String ecosystem, String name) {
                return Optional.empty();
            }
        };
    }

    private DocumentProcessor processor() {
        Sources sources = new Sources(root.resolve(".cache"));
        PageReader reader = new PageReader(2);
        return new DocumentProcessor() {
            @Override
            public GuideOutline outline(Page page) {
                return Outlines.of(page);
            }

            @Override
            public Source open(String location, Progress progress) {
                if (location.startsWith("npm:")) {
                    Path types = root.resolveSibling("published").resolve(location.substring(4));
                    if (!Files.isDirectory(types)) {
                        throw AgentException.notFound("source-not-found", "Npm knows no package " + location.substring(4) + ".", "Check the name.");
                    }
                    return new Source(location, Source.Kind.NPM, location, "1.0.0", types, "", "");
                }
                if (location.startsWith("maven:")) {
                    Path artifact = root.resolveSibling("published").resolve(location.substring(6).replace(':', '+'));
                    if (!Files.isDirectory(artifact)) {
                        throw AgentException.notFound("source-not-found", "Maven finds nothing of " + location.substring(6) + ".", "Check the name.");
                    }
                    return new Source(location, Source.Kind.MAVEN, location, "1.0.0", artifact, "", "");
                }
                return sources.open(location, progress);
            }

            @Override
            public ReadResult read(Source source, Progress progress) {
                return reader.read(source, progress);
            }

            @Override
            public List<Chunk> chunk(Page page) {
                throw new UnsupportedOperationException("a check cuts nothing");
            }
        };
    }
}
