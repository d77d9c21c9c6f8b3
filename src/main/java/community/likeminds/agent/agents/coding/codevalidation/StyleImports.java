package community.likeminds.agent.agents.coding.codevalidation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Corrects the import of a package's style sheet that is not where the guide says, when the package has only one that can be meant. */
final class StyleImports implements Repair {

    private static final Pattern UNRESOLVED = Pattern.compile(
            "(?:Can(?:no|')t resolve|failed to resolve import|Could not resolve|Missing|Cannot find module)\\s+[\"']((?:@[\\w.-]+/)?[\\w.-]+/[^\"'\\n]*\\.(?:css|scss|less))[\"']", Pattern.CASE_INSENSITIVE);
    private static final int DEEPEST = 5;

    @Override
    public Optional<Mended> mend(Broken broken) {
        Matcher unresolved = UNRESOLVED.matcher(broken.output());
        while (unresolved.find()) {
            String specifier = unresolved.group(1);
            for (String path : broken.texts().keySet()) {
                String text = broken.texts().getOrDefault(path, "");
                boolean imports = text.contains("'" + specifier + "'") || text.contains("\"" + specifier + "\"");
                Optional<String> right = imports ? sheet(broken, specifier) : Optional.empty();
                if (right.isPresent()) {
                    return Optional.of(Mended.of(path, text.replace(specifier, right.get()),
                            "The build cannot find " + specifier + ", which " + path + " imports. The package has " + right.get() + " instead."));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sheet(Broken broken, String specifier) {
        int slash = specifier.indexOf('/', specifier.startsWith("@") ? specifier.indexOf('/') + 1 : 0);
        String name = specifier.substring(0, slash);
        for (Path root : List.of(broken.root().resolve(broken.app()), broken.root())) {
            Path folder = root.resolve("node_modules").resolve(name);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
                List<String> sheets = files.filter(file -> file.toString().endsWith(".css") && !folder.relativize(file).toString().contains("node_modules"))
                        .map(file -> name + "/" + folder.relativize(file).toString().replace('\\', '/')).sorted().toList();
                String wanted = specifier.substring(specifier.lastIndexOf('/') + 1);
                List<String> alike = sheets.stream().filter(sheet -> sheet.endsWith("/" + wanted)).toList();
                return alike.size() == 1 ? Optional.of(alike.getFirst()) : sheets.size() == 1 ? Optional.of(sheets.getFirst()) : Optional.empty();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Optional.empty();
    }
}
