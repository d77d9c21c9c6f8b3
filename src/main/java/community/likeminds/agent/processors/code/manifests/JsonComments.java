package community.likeminds.agent.processors.code.manifests;

/** JSON with comments and trailing commas, as configuration files have it. */
public final class JsonComments {

    private JsonComments() {}

    /** The text with trailing commas blanked out; offsets stay. The grammar reads comments itself. */
    public static String blanked(String text) {
        StringBuilder plain = new StringBuilder(text);
        boolean string = false;
        int comma = -1;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (string) {
                if (at == '\\') {
                    i++;
                } else if (at == '"') {
                    string = false;
                }
                continue;
            }
            if (text.startsWith("//", i)) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
                continue;
            }
            if (text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                i = end < 0 ? text.length() : end + 1;
                continue;
            }
            if (at == '"') {
                string = true;
                comma = -1;
            } else if (at == ',') {
                comma = i;
            } else if ((at == '}' || at == ']') && comma >= 0) {
                plain.setCharAt(comma, ' ');
                comma = -1;
            } else if (!Character.isWhitespace(at)) {
                comma = -1;
            }
        }
        return plain.toString();
    }
}
