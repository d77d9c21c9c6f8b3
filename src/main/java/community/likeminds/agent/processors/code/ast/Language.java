package community.likeminds.agent.processors.code.ast;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterCss;
import org.treesitter.TreeSitterDart;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterHtml;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterJson;
import org.treesitter.TreeSitterKotlin;
import org.treesitter.TreeSitterObjc;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRuby;
import org.treesitter.TreeSitterSwift;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;
import org.treesitter.TreeSitterYaml;

/** A language with a grammar, and the file extensions that mean it. */
public enum Language {
    JAVASCRIPT(TreeSitterJavascript::new, "js", "jsx", "mjs", "cjs"),
    TYPESCRIPT(TreeSitterTypescript::new, "ts", "mts", "cts"),
    TSX(TreeSitterTsx::new, "tsx"),
    JAVA(TreeSitterJava::new, "java"),
    JSON(TreeSitterJson::new, "json", "jsonc", "json5"),
    HTML(TreeSitterHtml::new, "html", "htm"),
    CSS(TreeSitterCss::new, "css"),
    PYTHON(TreeSitterPython::new, "py", "pyi"),
    KOTLIN(TreeSitterKotlin::new, "kt", "kts"),
    SWIFT(TreeSitterSwift::new, "swift"),
    DART(TreeSitterDart::new, "dart"),
    GO(TreeSitterGo::new, "go"),
    RUBY(TreeSitterRuby::new, "rb", "rake", "gemspec", "podspec"),
    OBJC(TreeSitterObjc::new, "m", "mm", "h"),
    YAML(TreeSitterYaml::new, "yml", "yaml");

    private final Supplier<TSLanguage> grammar;
    private final List<String> extensions;

    Language(Supplier<TSLanguage> grammar, String... extensions) {
        this.grammar = grammar;
        this.extensions = List.of(extensions);
    }

    TSLanguage grammar() {
        return grammar.get();
    }

    /** The language of a file by its extension. */
    public static Optional<Language> of(String fileName) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (language.extensions.contains(extension)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    public boolean isScript() {
        return this == JAVASCRIPT || this == TYPESCRIPT || this == TSX;
    }
}
