package community.likeminds.agent.processors.code;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.TreeScope;
import community.likeminds.agent.processors.code.formats.Formats;
import community.likeminds.agent.processors.code.formats.YamlMerge;
import community.likeminds.agent.processors.code.javascript.JavaScriptMerge;
import community.likeminds.agent.processors.code.javascript.Scripts;
import community.likeminds.agent.processors.code.languages.Languages;
import community.likeminds.agent.processors.code.languages.PythonImports;
import community.likeminds.agent.processors.code.manifests.EnvFile;
import community.likeminds.agent.processors.code.manifests.JsonMerge;
import community.likeminds.agent.processors.code.manifests.MavenPom;
import community.likeminds.agent.processors.code.manifests.NpmManifest;
import community.likeminds.agent.processors.code.manifests.PropertiesFile;
import community.likeminds.agent.processors.code.manifests.YamlFile;
import community.likeminds.agent.processors.code.outline.Gaps;
import community.likeminds.agent.processors.code.outline.Outline;
import community.likeminds.agent.processors.code.outline.OutlineMerge;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Edits in the text at places that syntax trees name. */
@Component
final class TextStructuralEdits implements StructuralEdits {

    /** A component's options, whose functions are merged statement by statement. */
    private static final Pattern OPTIONS = Pattern.compile("(?m)^export default (?:\\w+\\()?\\{[^{}]*\\w+\\([^()]*\\) \\{|^export default (?:defineComponent\\()?\\{\\s*(?:name|components|props|data|setup)\\b");
    private static final int LARGEST = 2_000_000;

    @Override
    public Edit merge(MergeRequest request) {
        try (TreeScope.AutoClosing scope = TreeScope.open()) {
            Edit edit = merged(request);
            return edit.changed() && edit.conflict() == null ? lasting(request, edit) : edit;
        }
    }

    /** What a second merge would add again has no place that can be recognised, so a person has to decide where it belongs. */
    private static Edit lasting(MergeRequest request, Edit edit) {
        String text = edit.text();
        return merged(request.into(text)).text().equals(text)
                ? edit
                : conflict(request.target(), "Some of the code has no clear place in this file; merged again, it would stand there twice.");
    }

    private static Edit merged(MergeRequest request) {
        if (request.target().length() > LARGEST || request.snippet().length() > LARGEST) {
            return conflict(request.target(), "The file is too large to be edited.");
        }
        Optional<Language> language = Language.of(request.path());
        if (Scripts.isComponentFile(request.path()) && Components.isComponent(request.snippet())) {
            return new Components(request, TextStructuralEdits::script).merge();
        }
        if (Scripts.isComponentFile(request.path()) || language.filter(Language::isScript).isPresent()) {
            return script(request, language);
        }
        String name = request.path().toLowerCase(java.util.Locale.ROOT);
        if (language.filter(one -> one == Language.JSON).isPresent()) {
            return JsonMerge.merge(request.target(), request.snippet());
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return YamlMerge.merge(request.target(), request.snippet());
        }
        if (name.endsWith(".properties")) {
            return PropertiesFile.merge(request.target(), request.snippet());
        }
        Optional<Outline.Reader> reader = Formats.of(request.path(), request.target()).or(() -> Languages.named(request.path())).or(() -> language.flatMap(Languages::of));
        boolean python = language.filter(one -> one == Language.PYTHON).isPresent();
        return reader.map(one -> python ? PythonImports.merge(one, request.target(), request.snippet()) : OutlineMerge.merge(one, request.target(), request.snippet()))
                .orElseGet(() -> conflict(request.target(), "Files of this kind cannot be merged yet."));
    }

    private static Edit script(MergeRequest request) {
        return script(request, Language.of(request.path()));
    }

    /** A snippet that leaves code out is placed by what it shows around the gaps, as is one that the other merge cannot place. */
    private static Edit script(MergeRequest request, Optional<Language> language) {
        if (Scripts.isComponentFile(request.path())) {
            return Components.inScript(request, TextStructuralEdits::script);
        }
        Optional<Outline.Reader> reader = language.flatMap(Languages::of);
        if (request.mode() == Mode.SETUP || reader.isEmpty()) {
            return JavaScriptMerge.merge(request);
        }
        boolean lazy = Gaps.in(request.snippet()) || JavaScriptMerge.importsOnly(request.snippet()) || OPTIONS.matcher(request.snippet()).find() && OPTIONS.matcher(request.target()).find();
        Edit first = lazy ? OutlineMerge.merge(reader.get(), request.target(), request.snippet()) : JavaScriptMerge.merge(request);
        if (lazy || first.conflict() == null) {
            return first;
        }
        Edit other = OutlineMerge.merge(reader.get(), request.target(), request.snippet());
        return other.conflict() == null ? other : first;
    }

    @Override
    public Edit removeMarked(String path, String target, String snippet, List<Integer> removed) {
        return MarkedRemovals.apply(path, target, snippet, removed);
    }

    private static Edit conflict(String text, String sentence) {
        return new Edit(text, List.of(), List.of(), sentence);
    }

    @Override
    public Edit addNpmDependency(String manifest, String name, String range, boolean dev) {
        return NpmManifest.add(manifest, name, range, dev);
    }

    @Override
    public Edit setEnvironment(String file, String name, String value) {
        return EnvFile.set(file, name, value);
    }

    @Override
    public Edit addMavenDependency(String pom, String group, String artifact, String version, String scope) {
        return MavenPom.add(pom, group, artifact, version, scope);
    }

    @Override
    public Edit mergeProperties(String file, String snippet) {
        String shown = YamlFile.asProperties(snippet);
        return shown == null ? conflict(file, "The documentation shows YAML that properties cannot say.") : PropertiesFile.merge(file, shown);
    }

    @Override
    public Edit mergeYaml(String file, String snippet) {
        try (TreeScope.AutoClosing scope = TreeScope.open()) {
            return YamlMerge.merge(file, snippet);
        }
    }

    @Override
    public Edit mergeJson(String file, String snippet) {
        return JsonMerge.merge(file, snippet);
    }
}
