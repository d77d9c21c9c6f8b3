package community.likeminds.agent.processors.docs.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import community.likeminds.agent.processors.docs.sources.web.HostGuard;
import community.likeminds.agent.shared.AgentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git by http against a server that speaks git, under a name that no name service knows. */
class PinnedHttpTest {

    private static final String HOST = "docs.pinned.invalid";

    @TempDir
    Path folder;

    private HttpServer server;
    private Git git;
    private String head = "";
    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeEach
    void serve() throws Exception {
        Path work = Files.createDirectories(folder.resolve("orbit"));
        git = Git.init().setDirectory(work.toFile()).setInitialBranch("main").call();
        Files.writeString(work.resolve("start.md"), "# Start\n");
        git.add().addFilepattern(".").call();
        head = git.commit().setMessage("docs").setAuthor("A", "a@example.org").setCommitter("A", "a@example.org").setSign(false).call().name();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/orbit.git", this::answer);
        server.createContext("/moved.git", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://elsewhere.invalid/orbit.git/info/refs?service=git-upload-pack");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        git.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        UploadPack pack = new UploadPack(git.getRepository());
        pack.setBiDirectionalPipe(false);
        boolean list = exchange.getRequestURI().getPath().endsWith("/info/refs");
        if (list) {
            PacketLineOut lines = new PacketLineOut(out);
            lines.writeString("# service=git-upload-pack\n");
            lines.end();
            pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        } else {
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            InputStream body = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
            pack.upload(body, out, null);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-" + (list ? "advertisement" : "result"));
        exchange.sendResponseHeaders(200, out.size());
        exchange.getResponseBody().write(out.toByteArray());
        exchange.close();
    }

    /** The name leads to the server, its twin to a private network; anything else, the second look of a client as well, leads nowhere. */
    private InetAddress[] lookUp(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        return switch (host) {
            case HOST -> new InetAddress[] {InetAddress.getLoopbackAddress()};
            case "elsewhere.invalid" -> new InetAddress[] {InetAddress.getByAddress(host, new byte[] {10, 1, 2, 3})};
            default -> throw new UnknownHostException(host);
        };
    }

    private GitLocation location(String path) {
        return GitLocation.of("http://" + HOST + ":" + server.getAddress().getPort() + path);
    }

    private DirectGit direct() {
        return new DirectGit(new HostGuard(List.of(HOST), this::lookUp));
    }

    @Test
    void gitGoesWhereTheGuardLooked() throws Exception {
        assertThat(direct().head(location("/orbit.git")).commit()).isEqualTo(head);
        Path bare = folder.resolve("bare.git");
        Git.init().setBare(true).setDirectory(bare.toFile()).call().close();
        direct().fetch(location("/orbit.git"), bare, "refs/heads/main", "refs/heads/kept", 1);
        try (Git copy = Git.open(bare.toFile())) {
            assertThat(copy.getRepository().resolve("refs/heads/kept").name()).isEqualTo(head);
        }
        // The system knows no such name: whoever asked it again would have found nothing.
        assertThatThrownBy(() -> InetAddress.getByName(HOST)).isInstanceOf(UnknownHostException.class);
        assertThat(requests.get()).isGreaterThanOrEqualTo(3);
        assertThat(lookups).as("one look for each connection").hasValue(requests.get());
    }

    @Test
    void aRedirectIsLookedAtToo() {
        assertThatThrownBy(() -> direct().head(location("/moved.git")))
                .isInstanceOfSatisfying(AgentException.class, refused -> assertThat(refused.code()).isEqualTo("source-refused"));
        assertThat(requests).hasValue(0);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> direct().head(location("/absent.git")))
                .isInstanceOfSatisfying(AgentException.class, missing -> assertThat(missing.code()).isEqualTo("source-not-found"));
    }
}
