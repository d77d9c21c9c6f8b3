package community.likeminds.agent.agents.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A small project in a folder. */
public record SampleProject(Path root) {

    /** A guide that adds a package, a variable and a provider to a React app. */
    public static final String GUIDE = """
            # Signpost for React

            ## Install

            ```bash
            npm install @signpost/react
            ```

            ## Add the provider

            ```tsx title="src/main.tsx"
            import { createRoot } from 'react-dom/client';
            import { SignpostProvider } from '@signpost/react';
            import App from './App';

            createRoot(document.getElementById('root')!).render(
              <SignpostProvider appId="YOUR_APP_ID">
                <App />
              </SignpostProvider>,
            );
            ```
            """;

    /** Writes a file and gives the project back. */
    public SampleProject with(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    public String text(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    public boolean has(String path) {
        return Files.exists(root.resolve(path));
    }

    /** Every file with its bytes, as Latin-1 text; git's own folder is left out. */
    public Map<String, String> files() {
        try (Stream<Path> all = Files.walk(root)) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".git/")) {
                    files.put(path, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            return files;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** A React app as its scaffold leaves it. */
    public static SampleProject viteReact(Path root) {
        return new SampleProject(root)
                .with("package.json", """
                        {
                          "name": "shop",
                          "private": true,
                          "type": "module",
                          "scripts": { "build": "tsc -b && vite build" },
                          "dependencies": {
                            "react": "^19.1.0",
                            "react-dom": "^19.1.0"
                          },
                          "devDependencies": {
                            "@vitejs/plugin-react": "^5.0.0",
                            "typescript": "~5.9.0",
                            "vite": "^7.1.0"
                          }
                        }
                        """)
                .with("index.html", "<div id=\"root\"></div>\n<script type=\"module\" src=\"/src/main.tsx\"></script>\n")
                .with("tsconfig.json", "{}\n")
                .with(".gitignore", "node_modules\ndist\n*.local\n")
                .with("vite.config.ts", """
                        import { defineConfig } from 'vite'
                        import react from '@vitejs/plugin-react'

                        // our own note
                        export default defineConfig({
                          plugins: [react()],
                        })
                        """)
                .with("src/main.tsx", """
                        import { StrictMode } from 'react'
                        import { createRoot } from 'react-dom/client'
                        import App from './App.tsx'

                        createRoot(document.getElementById('root')!).render(
                          <StrictMode>
                            <App />
                          </StrictMode>,
                        )
                        """)
                .with("src/App.tsx", """
                        import { useState } from 'react'

                        // counts cups
                        export default function App() {
                          const [cups, setCups] = useState(0)
                          return <button onClick={() => setCups(cups + 1)}>{cups} cups</button>
                        }
                        """);
    }
}
