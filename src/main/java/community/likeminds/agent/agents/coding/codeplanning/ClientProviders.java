package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.DocumentedCode;
import community.likeminds.agent.processors.code.SnippetParts;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.FileHint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A layout of Next's App Router runs on the server, and what it gives a component of the browser has to be plain data. A provider that is
 * given an instance therefore moves into a component of its own, which makes the instance in the browser; the layout shows that one.
 */
final class ClientProviders {

    private static final Pattern DIRECTIVE = Pattern.compile("(?s)\\s*(?://[^\\n]*\\n\\s*)*['\"]use client['\"].*");
    private static final String EMPTY = """
            'use client';

            export function Providers({ children }: { children: React.ReactNode }) {
              return <div>{children}</div>;
            }
            """;
    private static final String LAYOUT = """
            import { Providers } from './providers';

            export default function RootLayout({ children }: { children: React.ReactNode }) {
              return (
                <html>
                  <body>
                    <Providers>{children}</Providers>
                  </body>
                </html>
              );
            }
            """;
    private static final Pattern AROUND = Pattern.compile("(?s)<div>\\s*(.*?)\\s*</div>");

    private final ProjectProfile project;
    private final Workspace files;
    private final StructuralEdits edits;
    private final DocumentedCode documented;
    private final Targets targets;

    ClientProviders(ProjectProfile project, Workspace files, StructuralEdits edits, DocumentedCode documented, Targets targets) {
        this.project = project;
        this.files = files;
        this.edits = edits;
        this.documented = documented;
        this.targets = targets;
    }

    /** The snippets, with two in place of one whose provider cannot stand in the layout. */
    List<Snippet> apart(List<Snippet> snippets) {
        List<Snippet> apart = new ArrayList<>();
        for (Snippet snippet : snippets) {
            List<Snippet> parts = inLayout(snippet) ? parts(snippet, snippets) : List.of();
            apart.addAll(parts.isEmpty() ? List.of(snippet) : parts);
        }
        return apart;
    }

    private boolean inLayout(Snippet snippet) {
        String layout = project.roles().getOrDefault("layout", "");
        if (!project.framework().equals("next-app") || layout.isEmpty() || snippet.parts().wrappers().isEmpty()
                || instances(snippet.parts()).isEmpty() || DIRECTIVE.matcher(snippet.text()).matches()) {
            return false;
        }
        boolean there = new Presence(files, snippet.packages()).anywhere(snippet.marks());
        return !there && targets.find(snippet.code(), snippet).path().equals(layout) && !DIRECTIVE.matcher(files.text(layout)).matches();
    }

    private List<Snippet> parts(Snippet snippet, List<Snippet> all) {
        String layout = project.roles().getOrDefault("layout", "");
        String path = layout.substring(0, layout.lastIndexOf('/') + 1) + "providers" + layout.substring(layout.lastIndexOf('.'));
        StructuralEdits.Edit edit = edits.merge(new StructuralEdits.MergeRequest(
                "providers.tsx", EMPTY, snippet.text(), snippet.code().language(), StructuralEdits.Mode.SETUP, List.copyOf(snippet.packages()), List.of()));
        if (files.exists(path) || edit.conflict() != null || !edit.changed()) {
            return List.of();
        }
        String component = AROUND.matcher(edit.text()).replaceFirst(found -> Matcher.quoteReplacement(found.group(1)));
        for (SnippetParts.Made made : instances(documented.describe(component, "tsx"))) {
            boolean shared = all.stream().anyMatch(other -> !other.equals(snippet) && other.text().matches("(?s).*\\b" + Pattern.quote(made.name()) + "\\b.*"));
            component = shared || made.isExported() ? component : oncePerBrowser(component, made);
        }
        return List.of(snippet(snippet, component, path), snippet(snippet, LAYOUT, layout));
    }

    /** On the server a module's instance would be one for all visitors. */
    private static String oncePerBrowser(String component, SnippetParts.Made made) {
        Matcher declaration = Pattern.compile("(?s)const\\s+" + Pattern.quote(made.name()) + "\\s*=\\s*(.*?);?\\s*").matcher(made.statement().strip().replaceFirst("(?s)^(?:\\s*//[^\\n]*\\n)*", ""));
        if (!declaration.matches() || !component.contains(made.statement())) {
            return component;
        }
        String inside = "  const [" + made.name() + "] = useState(() => " + declaration.group(1) + ");\n\n";
        return component.replace(made.statement(), "").replaceFirst("\\n{3,}", "\n\n").replaceFirst("(?m)^  return ", Matcher.quoteReplacement(inside) + "  return ")
                .replaceFirst("(?m)^import ", (component.contains("useState") ? "" : "import { useState } from 'react';\n") + "import ");
    }

    private static List<SnippetParts.Made> instances(SnippetParts parts) {
        return parts.made().stream().filter(SnippetParts.Made::topLevel).toList();
    }

    private Snippet snippet(Snippet origin, String text, String path) {
        CodeBlock code = new CodeBlock("tsx", text, Map.of(), List.of(new FileHint(path, FileHint.Origin.METADATA)), List.of(), List.of());
        return new Snippet(origin.block(), code, text, documented.describe(text, "tsx"), origin.citation(), origin.position());
    }
}
