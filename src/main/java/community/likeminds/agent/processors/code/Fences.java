package community.likeminds.agent.processors.code;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.javascript.Scripts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Languages of fenced code. */
final class Fences {

    private static final Set<String> SCRIPTS = Set.of(
            "js", "jsx", "ts", "tsx", "javascript", "typescript", "mjs", "cjs", "mts", "cts", "javascriptreact",
            "typescriptreact", "node", "vue", "svelte", "astro");
    private static final Map<String, Language> OTHERS = Map.of(
            "java", Language.JAVA, "json", Language.JSON, "jsonc", Language.JSON, "json5", Language.JSON, "css", Language.CSS,
            "html", Language.HTML, "python", Language.PYTHON, "py", Language.PYTHON);

    private Fences() {}

    static boolean isScript(String language) {
        return SCRIPTS.contains(language.toLowerCase(Locale.ROOT));
    }

    static Optional<Language> grammar(String language) {
        return Optional.ofNullable(OTHERS.get(language.toLowerCase(Locale.ROOT)));
    }

    /** The script of a fence; everything around it in a component file is blanked out. */
    static String script(String language, String code) {
        String name = "x." + language.toLowerCase(Locale.ROOT);
        if (!Scripts.isComponentFile(name)) {
            return code;
        }
        String blank = code.replaceAll("[^\\r\\n]", " ");
        return Scripts.find(name, code)
                .map(one -> blank.substring(0, one.start()) + code.substring(one.start(), one.end()) + blank.substring(one.end()))
                .orElse(blank);
    }
}
