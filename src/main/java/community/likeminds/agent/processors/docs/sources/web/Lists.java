package community.likeminds.agent.processors.docs.sources.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the lists of pages that sites publish: {@code llms.txt} and sitemaps. */
final class Lists {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]{0,300}\\]\\(\\s{0,3}<?([^\\s)>]{1,2000})>?[^)\\n]{0,200}\\)|(?m)^[-*]\\s{1,4}<?(https?://[^\\s>]{1,2000})>?\\s*$");

    /**
     * @param pages addresses of pages
     * @param more addresses of further sitemaps
     */
    record Sitemap(List<String> pages, List<String> more) {}

    private Lists() {}

    /** Links of an {@code llms.txt}, in its order. */
    static List<String> links(String markdown) {
        Set<String> links = new LinkedHashSet<>();
        Matcher matcher = LINK.matcher(markdown);
        while (matcher.find()) {
            links.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return List.copyOf(links);
    }

    /** Characters of an address: what the protocol for sitemaps allows. */
    private static final int LONGEST_ADDRESS = 2048;
    private static final int DEEPEST = 20;

    /** A sitemap, an index of sitemaps or a plain list of addresses; what is broken ends where it breaks. */
    static Sitemap sitemap(byte[] bytes, int most) {
        List<String> pages = new ArrayList<>();
        List<String> more = new ArrayList<>();
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8).strip();
        if (head.startsWith("http")) {
            new String(bytes, StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> line.startsWith("http"))
                    .limit(most).forEach(pages::add);
            return new Sitemap(pages, more);
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // Nothing outside of the file is ever looked up, and no entity grows.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            List<String> path = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            while (reader.hasNext() && pages.size() < most && more.size() < most && path.size() < DEEPEST) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.add(reader.getLocalName());
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        if (text.length() <= LONGEST_ADDRESS) {
                            text.append(reader.getText().strip());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        String parent = path.size() > 1 ? path.get(path.size() - 2) : "";
                        if (path.getLast().equals("loc") && (parent.equals("url") || parent.equals("sitemap")) && text.length() <= LONGEST_ADDRESS) {
                            (parent.equals("url") ? pages : more).add(text.toString());
                        }
                        path.removeLast();
                        text.setLength(0);
                    }
                    default -> { }
                }
            }
        } catch (XMLStreamException broken) {
            return new Sitemap(pages, more);
        }
        return new Sitemap(pages, more);
    }
}
