package community.likeminds.agent.project.analysis;

import community.likeminds.agent.processors.code.CodeProcessor;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Every rung in its own class; this one only hands over. */
@Service
final class LadderValidator implements IntegrationValidator {

    private final SyntaxRung syntax;
    private final SymbolsRung symbols;
    private final InstallRung install;
    private final BuildRung build;
    private final LookRung look;
    private final FormatRung format;
    private final LintRung lint;
    private final DuplicateRung duplicates;
    private final TestRung tests;
    private final SecretsRung secrets = new SecretsRung();
    private final PublishedPackages published;

    LadderValidator(@Lazy SourceCode sourceCode, @Lazy CodeProcessor code, Commands commands) {
        this.syntax = new SyntaxRung(sourceCode);
        this.symbols = new SymbolsRung(sourceCode);
        this.install = new InstallRung(commands);
        this.build = new BuildRung(commands);
        this.look = new LookRung(commands);
        this.format = new FormatRung(commands);
        this.lint = new LintRung(commands);
        this.duplicates = new DuplicateRung(code);
        this.tests = new TestRung(commands);
        this.published = new PublishedPackages(
                new NpmRegistry(commands),
                new MavenRegistry(commands, Path.of(System.getProperty("user.home"), ".m2", "repository")));
    }

    @Override
    public Check syntax(Map<String, String> texts) {
        return syntax.run(texts);
    }

    @Override
    public Check install(Project project, boolean acceptPeerConflicts, Progress progress) {
        return install.run(project, acceptPeerConflicts, progress);
    }

    @Override
    public Check peers(Project project, List<String> packages) {
        if (!project.ecosystem().equals("npm")) {
            return new Check("peers", Status.NOT_POSSIBLE, "Only npm packages bring copies of their own.", "", "", 0);
        }
        Path app = project.app().isEmpty() ? project.root() : project.root().resolve(project.app());
        return new PeerHealth(project.root(), app).check(packages);
    }

    @Override
    public Check secrets(Map<String, String> texts, List<String> values) {
        return secrets.run(texts, values);
    }

    @Override
    public Symbols symbols(Project project, Map<String, String> texts, List<String> packages) {
        return symbols.run(project, texts, packages);
    }

    @Override
    public List<String> exporting(Project project, String path, String name, List<String> packages) {
        return symbols.exporting(project, path, name, packages);
    }

    @Override
    public Check build(Project project, Set<String> touched, Progress progress) {
        return build.run(project, touched, progress);
    }

    @Override
    public Optional<Formatting> format(Project project, Map<String, String> texts, Map<String, String> before, Progress progress) {
        return format.run(project, texts, before, progress);
    }

    @Override
    public Optional<Linting> lint(Project project, Map<String, String> texts, Map<String, String> before, Progress progress) {
        return lint.run(project, texts, before, progress);
    }

    @Override
    public Optional<Check> duplicates(Project project, Map<String, String> texts, Map<String, String> before, List<String> packages) {
        return duplicates.run(project, texts, before, packages);
    }

    @Override
    public Optional<Check> tests(Project project, Map<String, Optional<String>> before, Progress progress) {
        return tests.run(project, before, progress);
    }

    @Override
    public Check look(Project project, Progress progress) {
        return look.run(project, progress);
    }

    @Override
    public Published published(Path folder, String packageManager, String name, String versionWanted) {
        return published.of(folder, packageManager, name, versionWanted);
    }
}
