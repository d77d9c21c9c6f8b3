package community.likeminds.agent.processors.docs.sources.web;

import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import community.likeminds.agent.processors.docs.formats.Charsets;
import community.likeminds.agent.processors.docs.formats.html.HtmlPages;
import community.likeminds.agent.processors.docs.sources.copies.Manifest;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Fetches pages, a level of links at a time; what has not changed since the last time is not fetched again. */
final class Crawl {

    private static final String STAGE = "Reading the site";
    private static final String KEPT = " What was read earlier is kept.";

    /** What became of one page: its entry or the reason that there is none, and where it leads. */
    private record Visit(URI asked, Manifest.@Nullable Entry entry, String reason, boolean keep, List<URI> links) {

        static Visit left(URI asked, String reason) {
            return new Visit(asked, null, reason, false, List.of());
        }
    }

    private final WebClient client;
    private final Scope scope;
    private final Robots robots;
    private final Limits limits;
    private final Map<String, Manifest.Entry> known;
    private final Path content;
    private final WebClient.Pause pause;
    private final Progress progress;
    private final long end;
    private final Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> leftOut = new TreeMap<>();
    private final Set<String> addresses = new HashSet<>();
    private final AtomicInteger done = new AtomicInteger();

    Crawl(WebClient client, Scope scope, Robots robots, Limits limits, Manifest known, Path content, WebClient.Pause pause, Progress progress) {
        this.client = client;
        this.scope = scope;
        this.robots = robots;
        this.limits = limits;
        this.known = known.byRequest();
        this.content = content;
        this.pause = pause;
        this.progress = progress;
        this.end = System.nanoTime() + limits.time().toNanos();
    }

    /** Fetches pages, and with {@code follow} the pages of the scope that they lead to. */
    void pages(List<URI> first, boolean follow) {
        Set<URI> seen = new HashSet<>(first);
        List<URI> level = first;
        int workers = robots.delayMillis() > 0 ? 1 : limits.connections();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers, Thread.ofPlatform().daemon().name("site-", 0).factory())) {
            for (int depth = 0; !level.isEmpty() && depth <= limits.depth(); depth++) {
                Set<URI> next = new LinkedHashSet<>();
                List<Future<Visit>> running = new ArrayList<>();
                int total = seen.size();
                for (URI page : level) {
                    running.add(pool.submit(() -> visit(page, total)));
                }
                for (Future<Visit> one : running) {
                    Visit visit = result(one);
                    record(visit);
                    visit.links().stream().filter(link -> follow && seen.add(link)).forEach(next::add);
                }
                level = List.copyOf(next);
            }
        }
        level.forEach(page -> leftOut.putIfAbsent(page.toString(), "It is more than " + limits.depth() + " links away from the first page."));
    }

    private static Visit result(Future<Visit> one) {
        try {
            return one.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AgentException(AgentException.Kind.CONFLICT,
                    "source-interrupted", "Reading the site was interrupted.", "Run the command again.", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        }
    }

    private void record(Visit visit) {
        Manifest.Entry entry = visit.entry();
        if (entry != null) {
            // Several addresses of one page are one page.
            if (addresses.add(entry.address())) {
                entries.put(entry.path(), entry);
            }
            return;
        }
        Manifest.Entry earlier = known.get(visit.asked().toString());
        boolean kept = visit.keep() && earlier != null && Files.isRegularFile(content.resolve(earlier.path()));
        leftOut.put(visit.asked().toString(), visit.reason() + (kept ? KEPT : ""));
        if (kept && earlier != null && addresses.add(earlier.address())) {
            entries.put(earlier.path(), earlier);
        }
    }

    /** Says of a list that its pages are those of the last time. */
    void unanswered(String list, String reason) {
        if (!known.isEmpty()) {
            leftOut.put(list, reason + KEPT);
        }
    }

    private Visit visit(URI page, int total) {
        if (!robots.allows(page)) {
            return Visit.left(page, "The site's robots.txt does not allow to read it.");
        }
        int number = done.incrementAndGet();
        if (number > limits.pages()) {
            return kept(page, "The site has more than " + limits.pages() + " pages.");
        }
        if (System.nanoTime() > end) {
            return kept(page, "Reading the site took longer than " + limits.time().toMinutes() + " minutes.");
        }
        progress.report(STAGE, number, total, page.toString());
        try {
            if (robots.delayMillis() > 0 && number > 1) {
                pause.millis(robots.delayMillis());
            }
            return fetch(page);
        } catch (WebFailure failure) {
            return failure.kind() == WebFailure.Kind.TRANSIENT ? kept(page, failure.sentence()) : Visit.left(page, failure.sentence());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return kept(page, "Reading was interrupted.");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Visit fetch(URI page) throws WebFailure, IOException {
        Manifest.Entry earlier = known.get(page.toString());
        boolean there = earlier != null && Files.isRegularFile(content.resolve(earlier.path()));
        Response answer = client.get(page, there && earlier != null ? earlier.etag() : "", there && earlier != null ? earlier.lastModified() : "", limits.bytes());
        if (answer.unchanged() && earlier != null) {
            return new Visit(page, earlier, "", true, links(earlier));
        }
        if (!answer.ok()) {
            boolean gone = answer.status() == 404 || answer.status() == 410;
            return gone ? Visit.left(page, "There is no such page.") : kept(page, "The server answers with status " + answer.status() + ".");
        }
        if (!scope.holds(answer.address())) {
            return Visit.left(page, "It redirects to " + answer.address() + ", which is not part of the site.");
        }
        if (!robots.allows(answer.address())) {
            return Visit.left(page, "It redirects to a page that the site's robots.txt does not allow to read.");
        }
        if (answer.cut()) {
            return Visit.left(page, "It is larger than " + limits.bytes() / (1024 * 1024) + " MB.");
        }
        String extension = PageTypes.extension(answer);
        if (extension.isEmpty()) {
            return Visit.left(page, "It is " + (answer.type().isEmpty() ? "of an unknown type" : answer.type()) + ", not documentation.");
        }
        Document document = extension.equals("html") ? document(answer.body(), answer.charset(), answer.address()) : null;
        URI address = document == null ? answer.address() : canonical(document, answer.address());
        return new Visit(page, store(page, address, extension, answer), "", true, document == null ? List.of() : links(document));
    }

    /** A page that cannot be read for now stays as it was read earlier, and leads where it led. */
    private Visit kept(URI page, String reason) {
        Manifest.Entry earlier = known.get(page.toString());
        try {
            boolean there = earlier != null && Files.isRegularFile(content.resolve(earlier.path()));
            return new Visit(page, null, reason, true, there && earlier != null ? links(earlier) : List.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<URI> links(Manifest.Entry earlier) throws IOException {
        boolean html = earlier.path().endsWith(".html") || earlier.path().endsWith(".htm");
        byte[] bytes = html ? Files.readAllBytes(content.resolve(earlier.path())) : new byte[0];
        return html ? links(document(bytes, earlier.charset(), URI.create(earlier.address()))) : List.of();
    }

    private static Document document(byte[] bytes, String charset, URI address) {
        return HtmlPages.parse(Charsets.markup(bytes, charset), address.toString());
    }

    private URI canonical(Document document, URI address) {
        Element link = document.selectFirst("link[rel=canonical][href]");
        URI named = link == null ? null : Scope.page(address, link.attr("href"));
        return named != null && scope.holds(named) ? named : address;
    }

    private List<URI> links(Document document) {
        URI base = URI.create(document.location());
        Element declared = document.selectFirst("base[href]");
        URI root = declared == null ? base : Scope.page(base, declared.attr("href"));
        List<URI> links = new ArrayList<>();
        for (Element link : document.select("a[href]")) {
            URI page = link.attr("rel").contains("nofollow") ? null : Scope.page(root == null ? base : root, link.attr("href"));
            if (page != null && scope.holds(page)) {
                links.add(page);
            }
        }
        return links;
    }

    /** One at a time, because the path of one page may be the folder of another. */
    private synchronized Manifest.Entry store(URI asked, URI address, String extension, Response answer) throws IOException {
        String path = scope.file(address, extension);
        Path place = content.resolve(path).normalize();
        if (!place.startsWith(content) || Files.isDirectory(place) || isBelowAPage(place)) {
            path = "page-" + Integer.toHexString(address.toString().hashCode()) + "." + extension;
            place = content.resolve(path);
        }
        Files.createDirectories(place.getParent());
        Path unfinished = Files.createTempFile(content, ".page-", ".tmp");
        Files.write(unfinished, answer.body());
        Files.move(unfinished, place, StandardCopyOption.REPLACE_EXISTING);
        return new Manifest.Entry(path, address.toString(), asked.toString(), answer.etag(), answer.lastModified(), answer.charset());
    }

    private boolean isBelowAPage(Path place) {
        for (Path above = place.getParent(); above != null && !above.equals(content); above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return true;
            }
        }
        return false;
    }

    /** Writes down what was found and removes pages that are gone. */
    Manifest finish() throws IOException {
        Manifest manifest = new Manifest(List.copyOf(entries.values()),
                leftOut.entrySet().stream().map(one -> new LeftOut(one.getKey(), one.getValue())).toList());
        if (entries.isEmpty()) {
            return manifest;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(content)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            if (!entries.containsKey(content.relativize(file).toString().replace('\\', '/'))) {
                Files.delete(file);
            }
        }
        manifest.writeBeside(content);
        return manifest;
    }
}
