package community.likeminds.agent.agents.coding.codeplanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A module's {@code pom.xml} and its parents within the project: which versions they manage, and where they manage them. */
final class MavenPoms {

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern PARENT = Pattern.compile("(?s)<parent>(.*?)</parent>");
    private static final Pattern RELATIVE = Pattern.compile("<relativePath>\\s*([^<]*?)\\s*</relativePath>|<relativePath\\s*/>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>\\s*([^<]+?)\\s*</artifactId>");
    private static final Pattern MANAGEMENT = Pattern.compile("(?s)<dependencyManagement>.*?</dependencyManagement>");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final int DEEPEST = 5;

    private final Workspace files;
    private final List<String> chain = new ArrayList<>();

    MavenPoms(Workspace files, String manifest) {
        this.files = files;
        Optional<String> pom = Optional.of(manifest);
        while (pom.isPresent() && chain.size() < DEEPEST && !chain.contains(pom.get())) {
            chain.add(pom.get());
            pom = parent(pom.get());
        }
    }

    /** Whether one of them decides the version of {@code group:artifact} by naming it, or imports it as a bill of materials. */
    boolean manages(String name) {
        return chain.stream().anyMatch(pom -> MANAGEMENT.matcher(text(pom)).results().anyMatch(section -> has(section.group(), name)));
    }

    /** Whether a parent within the project declares it for all of its modules. */
    boolean inherits(String name) {
        return chain.stream().skip(1).anyMatch(pom -> has(MANAGEMENT.matcher(text(pom)).replaceAll("").replaceAll("(?s)<(build|profiles|reporting)>.*?</\\1>", ""), name));
    }

    /** The one that a bill of materials goes into: the nearest that manages versions, else the module's own. */
    String managing() {
        return chain.stream().filter(pom -> MANAGEMENT.matcher(text(pom)).find()).findFirst().orElse(chain.getFirst());
    }

    private Optional<String> parent(String pom) {
        Matcher parent = PARENT.matcher(text(pom));
        if (!parent.find()) {
            return Optional.empty();
        }
        Matcher relative = RELATIVE.matcher(parent.group(1));
        String path = !relative.find() ? "../pom.xml" : relative.group(1) == null ? "" : relative.group(1);
        String folder = pom.contains("/") ? pom.substring(0, pom.lastIndexOf('/')) : "";
        while (path.startsWith("../")) {
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            path = path.substring(3);
            folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
        }
        String file = (folder.isEmpty() ? "" : folder + "/") + (path.endsWith(".xml") ? path : path.isEmpty() ? "pom.xml" : path + "/pom.xml");
        Matcher named = ARTIFACT.matcher(parent.group(1));
        Matcher own = ARTIFACT.matcher(files.exists(file) ? PARENT.matcher(text(file)).replaceAll("") : "");
        return !path.isEmpty() && named.find() && own.find() && own.group(1).equals(named.group(1)) ? Optional.of(file) : Optional.empty();
    }

    private String text(String pom) {
        return COMMENT.matcher(files.text(pom)).replaceAll("");
    }

    private static boolean has(String xml, String name) {
        String group = name.substring(0, name.indexOf(':'));
        String artifact = name.substring(name.indexOf(':') + 1);
        return DEPENDENCY.matcher(xml).results().map(one -> one.group(1).replaceAll("(?s)<exclusions>.*?</exclusions>|\\s", ""))
                .anyMatch(one -> one.contains("<groupId>" + group + "</groupId>") && one.contains("<artifactId>" + artifact + "</artifactId>"));
    }
}
