package community.likeminds.agent.project.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of its own that works on a project and drops dead at the wanted deed, as {@code kill -9} would have it. */
final class DyingRun {

    static final int DIED = 77;
    static final int LIVED = 0;

    private DyingRun() {}

    /** Arguments: data folder, project, what to do, number of the deed at which to die. */
    public static void main(String[] arguments) throws Exception {
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[3]));
        ChangeSets changeSets = RealOutput.changeSets(Path.of(arguments[0]), deed -> {
            if (left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(DIED);
            }
        });
        Path project = Path.of(arguments[1]);
        switch (arguments[2]) {
            case "run" -> run(changeSets, project);
            case "install" -> install(changeSets, project);
            case "undo" -> changeSets.undo(project);
            default -> throw new IllegalArgumentException(arguments[2]);
        }
        System.exit(LIVED);
    }

    static void run(ChangeSets changeSets, Path project) throws Exception {
        try (ChangeSets.Run run = changeSets.begin(project)) {
            run.write("src/App.tsx", bytes("export const App = () => <Chat />;\r\n"));
            run.write("src/chat/deep/Chat.tsx", bytes("export const Chat = 1;\n"));
            run.guard(List.of("package.json", "package-lock.json", "node_modules"));
            Files.writeString(project.resolve("package-lock.json"), "{\"lock\": 1}");
            Files.createDirectories(project.resolve("node_modules/a/b"));
            Files.writeString(project.resolve("node_modules/a/b/index.js"), "1");
            run.delete("old.js");
            run.write("src/App.tsx", bytes("export const App = 2;\n"));
            run.commit();
        }
    }

    static void install(ChangeSets changeSets, Path project) throws Exception {
        try (ChangeSets.Run run = changeSets.begin(project)) {
            run.guard(List.of("package-lock.json", "package.json", "node_modules"));
            Files.writeString(project.resolve("package-lock.json"), "{\"lock\": 2}");
            Files.writeString(project.resolve("package.json"), "{\"changed\": true}");
            run.commit();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
