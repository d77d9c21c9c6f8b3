package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.Style;
import java.util.List;
import java.util.regex.Pattern;

/** Prepares documented code: makes it parse where ellipses stand in it, and writes it in a file's style. */
public final class Snippets {

    private static final Pattern COMMON_NAME = Pattern.compile("(?<![\\w$.'\"`])__(dirname|filename)\\b");
    private static final Pattern COMMON_DECLARED = Pattern.compile("\\b(?:const|let|var)\\s+__(?:dirname|filename)\\b|\\brequire\\.main\\b");

    private Snippets() {}

    /** The code as it can be parsed best: as it is, or with bare ellipses blanked out. */
    public static JsFile read(String code) {
        String text = code.replace("\r\n", "\n").replace("\uFEFF", "");
        JsFile file = JsFile.parse(text);
        if (file.valid()) {
            return file;
        }
        String plain = Elisions.blanked(text);
        for (String one : List.of(plain, Elements.apart(text), Elements.apart(plain))) {
            JsFile other = JsFile.parse(one);
            if (other.valid()) {
                return other;
            }
        }
        return file;
    }

    /** The code in a file's style, without the marks of what is left out. */
    static JsFile prepared(JsFile code, Style style) {
        JsFile plain = JsFile.parse(Elisions.removed(code));
        if (!style.typescript()) {
            plain = JsFile.parse(Types.stripped(plain));
        }
        return JsFile.parse(new Restyle(style).apply(JsFile.parse(ofModules(plain.text(), style))));
    }

    /** The code with the names that only CommonJS modules have as ES modules say them. */
    static String ofModules(String code, Style style) {
        return style.esm() && !COMMON_DECLARED.matcher(code).find() ? COMMON_NAME.matcher(code).replaceAll("import.meta.$1") : code;
    }
}
