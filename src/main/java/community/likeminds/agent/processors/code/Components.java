package community.likeminds.agent.processors.code;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.StructuralEdits.Mode;
import community.likeminds.agent.processors.code.formats.ComponentBlocks;
import community.likeminds.agent.processors.code.formats.TemplateMerge;
import community.likeminds.agent.processors.code.javascript.JsFile;
import community.likeminds.agent.processors.code.javascript.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Merges a documented component into a component file: its script, what it shows, its styles, each by its own rules. */
final class Components {

    private final MergeRequest request;
    private final Function<MergeRequest, Edit> scripts;
    private final List<String> changes = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> satisfied = new ArrayList<>();
    private String text;

    Components(MergeRequest request, Function<MergeRequest, Edit> scripts) {
        this.request = request;
        this.scripts = scripts;
        this.text = request.target();
    }

    /** Whether documented code is a component rather than a script. */
    static boolean isComponent(String snippet) {
        return !ComponentBlocks.of(snippet).plain();
    }

    Edit merge() {
        ComponentBlocks shown = ComponentBlocks.of(request.snippet().replace("\r\n", "\n"));
        if (!shown.error().isEmpty()) {
            return conflict("The documented code does not parse: " + shown.error());
        }
        ComponentBlocks own = ComponentBlocks.of(text);
        boolean vue = request.path().toLowerCase(java.util.Locale.ROOT).endsWith(".vue");
        if (vue && shown.setup() && own.options() && !shown.markup(vue).isBlank()) {
            return conflict("The project's component declares options where the documentation uses `<script setup>`.");
        }
        String conflict = step(shown.script().isBlank() ? null : file -> withScript(file, shown, vue));
        if (conflict.isEmpty() && !shown.markup(vue).isBlank()) {
            conflict = request.mode() == Mode.SETUP ? step(file -> TemplateMerge.setUp(file, shown.markup(vue), names(shown), vue))
                    : step(file -> TemplateMerge.everything(file, shown.markup(vue), vue));
        }
        if (conflict.isEmpty() && (request.mode() == Mode.EVERYTHING || request.packages().stream().anyMatch(shown.styles()::contains))) {
            conflict = step(file -> TemplateMerge.styles(file, shown.styleBlocks()));
        }
        if (!conflict.isEmpty()) {
            return conflict(conflict);
        }
        return new Edit(text, text.equals(request.target()) ? List.of() : changes, leftOut, satisfied, null);
    }

    private String step(@org.jspecify.annotations.Nullable Function<String, Edit> work) {
        if (work == null) {
            return "";
        }
        Edit edit = work.apply(text);
        text = edit.text();
        changes.addAll(edit.changes());
        leftOut.addAll(edit.leftOut());
        satisfied.addAll(edit.satisfied());
        return edit.conflict() == null ? "" : edit.conflict();
    }

    private Edit conflict(String sentence) {
        return new Edit(request.target(), List.of(), leftOut, satisfied, sentence);
    }

    /** Components and values that the SDK's elements use come with them. */
    private Edit withScript(String file, ComponentBlocks shown, boolean vue) {
        String base = Scripts.indent(shown.script());
        String code = Scripts.dedented(shown.script(), base).strip() + "\n";
        if (Scripts.find(request.path(), file).isEmpty()) {
            String eol = file.contains("\r\n") ? "\r\n" : "\n";
            String block = (shown.scriptTag() + "\n" + Scripts.indented(code, base) + "</script>\n\n").replace("\n", eol);
            int at = file.startsWith("\uFEFF") ? 1 : 0;
            return new Edit(file.substring(0, at) + block + file.substring(at), List.of("Added the component's script."), List.of(), null);
        }
        if (request.mode() == Mode.EVERYTHING) {
            return scripts.apply(with(request.path(), file, code, request.mode(), request.wanted()));
        }
        String tags = String.join("\n", TemplateMerge.tags(shown.markup(vue), names(shown)));
        JsFile script = JsFile.parse(code);
        List<String> wanted = new ArrayList<>(request.wanted());
        script.declared().keySet().stream().filter(name -> names(tags, name)).forEach(wanted::add);
        Edit first = scripts.apply(with(request.path(), file, code, Mode.SETUP, wanted));
        String imports = script.imports().stream()
                .filter(one -> one.names().stream().anyMatch(name -> names(shown).contains(name.local()) && names(tags, name.local())))
                .map(one -> one.statement().text()).collect(Collectors.joining("\n"));
        if (first.conflict() != null || imports.isEmpty()) {
            return first;
        }
        Edit second = scripts.apply(with(request.path(), first.text(), imports + "\n", Mode.EVERYTHING, wanted));
        List<String> done = new ArrayList<>(first.changes());
        done.addAll(second.changes());
        return new Edit(second.text(), done, first.leftOut(), first.satisfied(), second.conflict());
    }

    private static boolean names(String tags, String name) {
        String kebab = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
        return Pattern.compile("(?<![\\w-])(?:" + Pattern.quote(name) + "|" + Pattern.quote(kebab) + ")(?![\\w-])").matcher(tags).find();
    }

    /** Names that the documented script imports from the guide's packages. */
    private List<String> names(ComponentBlocks shown) {
        return JsFile.parse(shown.script()).imports().stream()
                .filter(one -> request.packages().stream().anyMatch(name -> one.module().equals(name) || one.module().startsWith(name + "/")))
                .flatMap(one -> one.names().stream().map(name -> name.local())).toList();
    }

    private MergeRequest with(String path, String target, String snippet, Mode mode, List<String> wanted) {
        return new MergeRequest(path, target, snippet, request.snippetLanguage(), mode, request.packages(), request.satisfied(),
                request.context(), request.available(), wanted, request.pluginsFirst());
    }

    /** Merges into the script of a component file as into a file of its own. */
    static Edit inScript(MergeRequest request, Function<MergeRequest, Edit> merge) {
        String file = request.target();
        Optional<Scripts> script = Scripts.find(request.path(), file);
        if (script.isEmpty()) {
            return new Edit(file, List.of(), List.of(), "The file has no script to put the code into.");
        }
        String own = file.substring(script.get().start(), script.get().end());
        String base = Scripts.indent(own);
        int body = own.length() - own.stripLeading().length();
        int head = own.isBlank() ? 0 : own.lastIndexOf('\n', body) + 1;
        UnaryOperator<String> back = code -> own.substring(0, head) + Scripts.indented(code, base);
        Components parts = new Components(request, merge);
        Edit edit = merge.apply(parts.with(script.get().typescript() ? "script.ts" : "script.js", Scripts.dedented(own.substring(head), base), request.snippet(),
                request.mode(), request.wanted()));
        return edit.changed()
                ? new Edit(file.substring(0, script.get().start()) + back.apply(edit.text()) + file.substring(script.get().end()), edit.changes(),
                        edit.leftOut(), edit.satisfied(), null)
                : new Edit(file, List.of(), edit.leftOut(), edit.satisfied(), edit.conflict());
    }
}
