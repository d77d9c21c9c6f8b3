package community.likeminds.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * What is being worked on when something breaks: documentation that takes seconds to embed, and a project whose build goes on as long as a file
 * is there.
 */
final class FaultWork {

    static final int PAGES = 300;
    static final String BRANCH = "add-beacon";

    final Path folder;
    final Path documentation;
    final Path guide;
    final Path project;
    final Map<String, String> before;
    private final Path hold;

    FaultWork(Path folder) throws IOException, GitAPIException {
        this.folder = Files.createDirectories(folder);
        this.documentation = Files.createDirectories(folder.resolve(folder.getFileName()));
        this.guide = folder.resolve("guide");
        this.project = folder.resolve("app");
        this.hold = Files.writeString(folder.resolve("hold"), "");
        for (int page = 0; page < PAGES; page++) {
            Files.writeString(documentation.resolve("page-" + page + ".md"), page(page));
        }
        Beacon.documentation(guide);
        Beacon.app(project);
        Files.writeString(project.resolve("package.json"), """
                {
                  "name": "app",
                  "private": true,
                  "type": "module",
                  "scripts": { "build": "node build.mjs" },
                  "dependencies": {
                    "left-pad": "file:../packages/left-pad",
                    "react": "file:../packages/react",
                    "react-dom": "file:../packages/react-dom"
                  },
                  "devDependencies": {
                    "vite": "file:../packages/vite"
                  }
                }
                """);
        for (String name : List.of("left-pad", "react", "react-dom", "vite")) {
            published(folder.resolve("packages").resolve(name));
        }
        Files.writeString(project.resolve("build.mjs"), """
                import { existsSync } from "node:fs";
                import { setTimeout } from "node:timers/promises";

                while (existsSync("../hold")) {
                  await setTimeout(100);
                }
                """);
        try (Git git = Git.init().setDirectory(project.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit().setMessage("begin").setAuthor("a", "a@example.org").setCommitter("a", "a@example.org").setSign(false).call();
        }
        this.before = Beacon.files(project);
    }

    /** A package that is installed without a registry. */
    private static void published(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("package.json"), """
                { "name": "%s", "version": "19.0.0", "main": "index.js", "types": "index.d.ts" }
                """.formatted(folder.getFileName()));
        Files.writeString(folder.resolve("index.js"), "module.exports = (text, width) => String(text).padStart(width);\n");
        Files.writeString(folder.resolve("index.d.ts"), "declare function made(text: string, width: number): string;\nexport = made;\n");
    }

    private String page(int page) {
        return """
                # Topic %d of %s

                Topic %d explains how the beacon number %d is started, watched and stopped, and what its keeper has to know about lamps, lenses and fog.
                Before the lamp of beacon %d is lit, its keeper looks at the oil, the wick and the weather, and writes into book %d what was found. When fog
                comes in from the sea, the horn is sounded every %d seconds until ships can see the light again, and the hour is written down as well.
                """.formatted(page, folder.getFileName(), page, page, page, page, 10 + page);
    }

    /** Lets the build end. */
    void release() throws IOException {
        Files.deleteIfExists(hold);
    }

    /** Files that differ from what was there at first, by path. */
    Map<String, String> changed() throws IOException {
        Map<String, String> changed = new TreeMap<>(Beacon.files(project));
        changed.entrySet().removeAll(before.entrySet());
        return changed;
    }

    /** Messages of the commits after the first, the oldest first; empty when the branch is not checked out. */
    List<String> commits() throws IOException, GitAPIException {
        List<String> messages = new ArrayList<>();
        try (Git git = Git.open(project.toFile())) {
            if (BRANCH.equals(git.getRepository().getBranch())) {
                for (RevCommit commit : git.log().call()) {
                    messages.addFirst(commit.getFullMessage());
                }
                messages.removeFirst();
            }
        }
        return messages;
    }
}
