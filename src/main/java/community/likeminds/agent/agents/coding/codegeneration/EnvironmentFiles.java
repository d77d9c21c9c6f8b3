package community.likeminds.agent.agents.coding.codegeneration;

/** Tells files that hold values of this machine from their examples. */
public final class EnvironmentFiles {

    private EnvironmentFiles() {}

    /** Whether a file such as {@code .env.local} holds values that must not be shown or committed. */
    public static boolean local(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith(".env") && !name.matches(".*\\.(?:example|sample|template|dist)");
    }
}
