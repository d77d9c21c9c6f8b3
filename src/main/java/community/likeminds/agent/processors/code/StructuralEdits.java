package community.likeminds.agent.processors.code;

import community.likeminds.agent.shared.Remote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lossless edits: located by the syntax tree, made in the text. Laws of every operation: the result parses when the inputs
 * do; applying it twice equals applying it once; bytes outside the edited ranges stay (line endings, tabs, byte-order mark,
 * missing last newline); nothing of the user's disappears; what cannot be decided is a conflict, never a guess.
 */
@Remote(limit = Remote.Limit.RUN, repeatable = true)
public interface StructuralEdits {

    /** Merges a documented snippet into a file of the project. */
    Edit merge(MergeRequest request);

    /**
     * Takes lines out that a guide marks as removed, where they stand in the file exactly once, and puts what the guide shows in their place
     * there. Lines that the file does not have change nothing; lines that it has several times are a conflict.
     *
     * @param snippet the documented code, marked lines included
     * @param removed numbers of the marked lines, from 1
     */
    Edit removeMarked(String path, String target, String snippet, List<Integer> removed);

    /** Declares a dependency in a {@code package.json}, once, in the section's order. A declared one keeps its range. */
    Edit addNpmDependency(String manifest, String name, String range, boolean dev);

    /** Sets a variable of a {@code .env} file; a real value that is there stays, a placeholder is replaced. */
    Edit setEnvironment(String file, String name, String value);

    /** Declares a dependency in a {@code pom.xml}, once. An empty version is left out. */
    Edit addMavenDependency(String pom, String group, String artifact, String version, String scope);

    /** Sets keys of a {@code .properties} file that are not set yet; the snippet may be YAML as well, lists of plain values included. */
    Edit mergeProperties(String file, String snippet);

    /** Sets the keys of a {@code .properties} or YAML snippet in a YAML file where they are not set yet. */
    Edit mergeYaml(String file, String snippet);

    /** Adds the properties and array elements of a JSON snippet that a JSON file (comments allowed) does not have. */
    Edit mergeJson(String file, String snippet);

    /**
     * @param path of the file below the project's root; its extension chooses the language
     * @param target the file's text as it is
     * @param snippet the documented code
     * @param snippetLanguage language of its fence, for example {@code tsx}
     * @param mode how much of the snippet is wanted
     * @param packages packages that the guide installs: names imported from them are the SDK's own; also relative specifiers of
     *     modules that the guide creates, as the snippet writes them
     * @param satisfied what the rest of the project already has (a provider above the root, an instance), so that it is not
     *     added again: names of SDK components and constructors
     * @param context code that the guide showed before for the same file: the snippet's names are looked up in its imports
     * @param available where the project exports what it has: by the name of the SDK's constructor
     * @param wanted names of instances that later code of the guide uses: they are taken although nothing here uses them
     * @param pluginsFirst whether elements are put before the others of an array rather than behind them
     */
    record MergeRequest(
            String path,
            String target,
            String snippet,
            String snippetLanguage,
            Mode mode,
            List<String> packages,
            List<String> satisfied,
            String context,
            Map<String, Available> available,
            List<String> wanted,
            boolean pluginsFirst) {

        public MergeRequest {
            packages = List.copyOf(packages);
            satisfied = List.copyOf(satisfied);
            available = Map.copyOf(available);
            wanted = List.copyOf(wanted);
        }

        /** The same snippet into another text of the file. */
        MergeRequest into(String text) {
            return new MergeRequest(
                    path, text, snippet, snippetLanguage, mode, packages, satisfied, context, available, wanted, pluginsFirst);
        }

        public MergeRequest(
                String path,
                String target,
                String snippet,
                String snippetLanguage,
                Mode mode,
                List<String> packages,
                List<String> satisfied) {
            this(path, target, snippet, snippetLanguage, mode, packages, satisfied, "", Map.of(), List.of(), false);
        }

        /** The same request with the code that the guide showed before for the same file. */
        public MergeRequest withContext(String code) {
            return new MergeRequest(
                    path, target, snippet, snippetLanguage, mode, packages, satisfied, code, available, wanted, pluginsFirst);
        }

        /** The same request with the names of instances that later code of the guide uses. */
        public MergeRequest withWanted(List<String> names) {
            return new MergeRequest(
                    path, target, snippet, snippetLanguage, mode, packages, satisfied, context, available, names, pluginsFirst);
        }

        /**
         * @param module specifier that the target file would import it from
         * @param exported exported name or {@code default}
         */
        public record Available(String module, String exported) {}
    }

    /** How much of a snippet is wanted. */
    enum Mode {
        /**
         * What sets the SDK up: its imports, instances, providers around the application, middleware, plugins, side-effect
         * imports. Example components and example calls are left out.
         */
        SETUP,
        /** Everything that the file does not have yet. */
        EVERYTHING
    }

    /**
     * @param text the file after the edit; the same text when nothing had to change
     * @param changes what was changed, one sentence each; empty when nothing was
     * @param leftOut parts of the snippet that were not taken, each with its reason
     * @param satisfied what the snippet sets up and the project already has, one sentence each
     * @param conflict why nothing was changed although something should have been, or null
     */
    record Edit(
            String text, List<String> changes, List<String> leftOut, List<String> satisfied, @Nullable String conflict) {

        public Edit {
            changes = List.copyOf(changes);
            leftOut = List.copyOf(leftOut);
            satisfied = List.copyOf(satisfied);
        }

        public Edit(String text, List<String> changes, List<String> leftOut, @Nullable String conflict) {
            this(text, changes, leftOut, List.of(), conflict);
        }

        public boolean changed() {
            return !changes.isEmpty();
        }

        /** This edit as one with an edit that was made before it, on whose text it was made. */
        public Edit after(Edit earlier) {
            String either = earlier.conflict() != null ? earlier.conflict() : conflict;
            List<String> both = new ArrayList<>(earlier.changes());
            both.addAll(changes);
            return new Edit(text, both, leftOut, satisfied, either);
        }
    }
}
