package community.likeminds.agent.processors.code.manifests;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declares dependencies in a {@code pom.xml}. */
public final class MavenPom {

    private MavenPom() {}

    /** @param scope {@code import} for a bill of materials, which goes where versions are managed; {@code optional} for what users of the project do without */
    public static Edit add(String pom, String group, String artifact, String version, String scope) {
        XmlElement project = XmlElement.parse(pom);
        if (project == null || !project.name().equals("project")) {
            return Edits.conflict(pom, "The pom.xml is no well-formed project.");
        }
        String eol = JsonText.eol(pom);
        String unit = unit(pom, project);
        boolean bom = scope.equals("import");
        XmlElement management = project.child("dependencyManagement");
        if (bom && management != null && management.child("dependencies") == null) {
            return Edits.conflict(pom, "The pom.xml manages versions without a list of dependencies.");
        }
        XmlElement section = bom ? management == null ? null : management.child("dependencies") : project.child("dependencies");
        String coordinates = group + ":" + artifact;
        if (section != null) {
            for (XmlElement one : section.children()) {
                if (one.textOf("groupId", pom).equals(group) && one.textOf("artifactId", pom).equals(artifact)) {
                    return Edits.unchanged(pom);
                }
            }
        }
        boolean managed = version.isEmpty();
        String own = section == null || section.children().isEmpty()
                ? unit.repeat(bom ? 3 : 2) : indentOf(pom, section.children().getFirst().start());
        StringBuilder code = new StringBuilder();
        code.append(own).append("<dependency>").append(eol);
        line(code, own + unit, "groupId", group, eol);
        line(code, own + unit, "artifactId", artifact, eol);
        if (!managed) {
            line(code, own + unit, "version", version, eol);
        }
        if (bom) {
            line(code, own + unit, "type", "pom", eol);
        }
        if (scope.equals("optional")) {
            line(code, own + unit, "optional", "true", eol);
        } else if (!scope.isEmpty() && !scope.equals("compile")) {
            line(code, own + unit, "scope", scope, eol);
        }
        code.append(own).append("</dependency>");
        String text = section == null
                ? bom ? newManagement(pom, project, unit, code.toString(), eol) : newSection(pom, project, unit, code.toString(), eol)
                : insert(pom, section, scope, code.toString(), eol);
        return Edits.changed(text, "Added the dependency `" + coordinates + (managed ? "" : ":" + version) + "`.");
    }

    private static void line(StringBuilder code, String indent, String name, String value, String eol) {
        code.append(indent).append('<').append(name).append('>').append(value).append("</").append(name).append('>').append(eol);
    }

    private static String insert(String pom, XmlElement section, String scope, String code, String eol) {
        XmlElement last = null;
        List<XmlElement> all = section.children();
        for (XmlElement one : all) {
            boolean test = one.textOf("scope", pom).equals("test");
            if (!test || scope.equals("test")) {
                last = one;
            }
        }
        if (last != null) {
            return pom.substring(0, last.end()) + eol + code + pom.substring(last.end());
        }
        if (section.contentStart() == section.end()) {
            String own = indentOf(pom, section.start());
            return pom.substring(0, section.start()) + "<dependencies>" + eol + code + eol + own + "</dependencies>"
                    + pom.substring(section.end());
        }
        String before = pom.substring(0, section.contentStart());
        String after = pom.substring(section.contentStart());
        boolean line = after.startsWith("\n") || after.startsWith("\r\n");
        return before + eol + code + (line ? "" : eol + indentOf(pom, section.start())) + after;
    }

    private static String newManagement(String pom, XmlElement project, String unit, String code, String eol) {
        String body = unit + "<dependencyManagement>" + eol + unit + unit + "<dependencies>" + eol + code + eol + unit + unit + "</dependencies>" + eol + unit
                + "</dependencyManagement>" + eol;
        return placed(pom, project, body, eol, List.of("dependencies", "build", "profiles", "reporting", "repositories", "pluginRepositories"));
    }

    private static String newSection(String pom, XmlElement project, String unit, String code, String eol) {
        String body = unit + "<dependencies>" + eol + code + eol + unit + "</dependencies>" + eol;
        return placed(pom, project, body, eol, List.of("build", "profiles", "reporting", "repositories", "pluginRepositories"));
    }

    /** Before the first of some sections, else last in the project. */
    private static String placed(String pom, XmlElement project, String body, String eol, List<String> sections) {
        XmlElement before = project.children().stream().filter(one -> sections.contains(one.name())).findFirst().orElse(null);
        int at = lineStart(pom, before == null ? project.contentEnd() : before.start());
        return pom.substring(0, at) + body + (before == null ? "" : eol) + pom.substring(at);
    }

    private static String unit(String pom, XmlElement project) {
        @Nullable XmlElement first = project.children().isEmpty() ? null : project.children().getFirst();
        String unit = first == null ? "" : indentOf(pom, first.start());
        return unit.isEmpty() ? "  " : unit;
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private static String indentOf(String text, int offset) {
        String before = text.substring(lineStart(text, offset), offset);
        return before.isBlank() ? before : "";
    }
}
