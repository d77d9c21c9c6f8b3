package community.likeminds.agent.processors.code.javascript;

import java.util.regex.Pattern;

/** Elements that documentation shows bare behind imports or statements. */
final class Elements {

    private static final Pattern BEFORE = Pattern.compile("(?<=[\\w'\")}\\]])\\n(?=\\n*[ \\t]*<[A-Za-z>])");

    private Elements() {}

    /** The code with a semicolon in place of the line feed before a bare element, so that both parse; offsets stay. */
    static String apart(String code) {
        return BEFORE.matcher(code).replaceAll(";");
    }
}
