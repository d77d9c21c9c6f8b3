package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.Style;

/** Prepares documented code: makes it parse where ellipses stand in it, and writes it in a file's style. */
public final class Snippets {

    private Snippets() {}

    /** The code as it can be parsed best: as it is, or with bare ellipses blanked out. */
    public static JsFile read(String code) {
        String text = code.replace("\r\n", "\n").replace("\uFEFF", "");
        JsFile file = JsFile.parse(text);
        if (file.valid()) {
            return file;
        }
        JsFile blanked = JsFile.parse(Elisions.blanked(text));
        return blanked.valid() ? blanked : file;
    }

    /** The code in a file's style, without the marks of what is left out. */
    static JsFile prepared(JsFile code, Style style) {
        JsFile plain = JsFile.parse(Elisions.removed(code));
        if (!style.typescript()) {
            plain = JsFile.parse(Types.stripped(plain));
        }
        return JsFile.parse(new Restyle(style).apply(plain));
    }
}
