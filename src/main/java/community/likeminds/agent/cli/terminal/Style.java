package community.likeminds.agent.cli.terminal;

/**
 * Colours and weights of text; leaves text alone when they are off.
 *
 * @param on whether terminal codes are written
 */
public record Style(boolean on) {

    public String bold(String text) {
        return code("1", text);
    }

    public String dim(String text) {
        return code("2", text);
    }

    public String red(String text) {
        return code("31", text);
    }

    public String green(String text) {
        return code("32", text);
    }

    public String yellow(String text) {
        return code("33", text);
    }

    public String cyan(String text) {
        return code("36", text);
    }

    private String code(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
