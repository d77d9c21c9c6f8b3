package community.likeminds.agent.processors.docs.sources.web;

import community.likeminds.agent.processors.docs.formats.openapi.OpenApiPages;
import java.util.Locale;

/** Which format an answer is in, by its type, its address and its content. */
final class PageTypes {

    private PageTypes() {}

    /** The extension of a file that holds the answer, or an empty string when it is no documentation. */
    static String extension(Response answer) {
        String path = String.valueOf(answer.address().getPath()).toLowerCase(Locale.ROOT);
        String own = path.substring(path.lastIndexOf('.') + 1);
        if (answer.html() || answer.type().startsWith("text/") && answer.looksLikeHtml()) {
            return "html";
        }
        if (path.endsWith("/llms-full.txt")) {
            return "md";
        }
        return switch (answer.type()) {
            case "text/markdown", "text/x-markdown" -> own.equals("mdx") || own.equals("markdown") ? own : "md";
            case "application/pdf" -> "pdf";
            case "text/plain", "", "application/octet-stream", "text/x-rst", "text/asciidoc", "binary/octet-stream" -> switch (own) {
                case "md", "mdx", "markdown", "rst", "adoc", "txt" -> own;
                case "pdf" -> "pdf";
                case "json", "yaml", "yml" -> described(answer, own);
                default -> answer.type().equals("text/plain") ? "txt" : "";
            };
            case "application/json", "application/vnd.oai.openapi+json" -> described(answer, "json");
            case "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "application/vnd.oai.openapi" -> described(answer, "yaml");
            default -> "";
        };
    }

    private static String described(Response answer, String extension) {
        return OpenApiPages.describes(answer.body()) ? extension : "";
    }
}
