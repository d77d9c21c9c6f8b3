package community.likeminds.agent.vector.core.store.chroma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.services.RealChroma;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Counts;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.VectorSet;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.store.chroma.ChromaDatabase.Distance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the server, its address or another writer is not as it should be. */
@ExtendWith(RealChroma.class)
class ChromaFailuresTest {

    private static final Space SPACE = new Space("notes", 1, Set.of(), Map.of());
    private static final CollectionId GUIDE = new CollectionId(TenantId.DEFAULT, "guide");
    private static final String MODEL = "m";

    @TempDir
    Path data;

    private final ChromaSettings settings;

    ChromaFailuresTest(RealService chroma) {
        this.settings = ChromaSettings.of(chroma.url(), "test-" + UUID.randomUUID(), "");
    }

    @Test
    void aMissingServerIsSaid() {
        try (ChromaHttp http = new ChromaHttp(ChromaSettings.of(URI.create("http://127.0.0.1:9"), "x", ""))) {
            assertThatThrownBy(http::batchSize).satisfies(code("chroma-unreachable"));
        }
    }

    @Test
    void anotherServerIsSaid() throws IOException {
        assertThat(answering(200, "<html>hello</html>")).isEqualTo("chroma-not-understood");
        assertThat(answering(404, "{}")).isEqualTo("chroma-not-understood");
        assertThat(answering(410, "{\"error\":\"Unimplemented\"}")).isEqualTo("chroma-not-understood");
        assertThat(answering(200, "{\"other\":1}")).isEqualTo("chroma-not-understood");
        assertThat(answering(401, "{}")).isEqualTo("chroma-forbidden");
        assertThat(answering(500, "{\"message\":\"broken\"}")).isEqualTo("chroma-failed");
    }

    private static String answering(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (ChromaHttp http = new ChromaHttp(ChromaSettings.of(url, "x", ""))) {
            http.batchSize();
            return "";
        } catch (AgentException failure) {
            return failure.code();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void onlyWhatMayBeRepeatedIsRepeated() throws IOException {
        int[] calls = new int[2];
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls[exchange.getRequestURI().getPath().endsWith("once") ? 1 : 0]++;
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (ChromaHttp http = new ChromaHttp(ChromaSettings.of(url, "x", ""))) {
            assertThatThrownBy(() -> http.get("/again")).satisfies(code("chroma-failed"));
            assertThatThrownBy(() -> http.post("/once", Map.of(), ChromaHttp.Repeat.ONCE)).satisfies(code("chroma-failed"));
        } finally {
            server.stop(0);
        }
        assertThat(calls).containsExactly(3, 1);
    }

    @Test
    void aServerThatComesBackHasEverything(RealService chroma) throws IOException {
        try (ChromaVectorStores stores = new ChromaVectorStores(new DataFolder(data), settings)) {
            VectorStore store = stores.of(SPACE);
            store.replace(GUIDE, List.of(group("a", "apple")), vectors("apple"));
            chroma.stop();
            assertThatThrownBy(() -> store.counts(GUIDE, MODEL)).satisfies(code("chroma-unreachable"));
            chroma.startAgain();
            assertThat(store.counts(GUIDE, MODEL)).isEqualTo(new Counts(1, 1));
        }
    }

    @Test
    void aDeadWritersLeaseIsTakenOverAndItsLeftoversRemoved() throws IOException {
        ChromaSettings hasty = settings.withLease(Duration.ofMillis(300), Duration.ofSeconds(20));
        try (ChromaVectorStores stores = new ChromaVectorStores(new DataFolder(data), hasty);
                ChromaHttp http = new ChromaHttp(hasty)) {
            VectorStore store = stores.of(SPACE);
            store.replace(GUIDE, List.of(group("a", "apple"), group("b", "banana")), vectors("apple"));
            // A writer that dies after its records, before its revision is in force.
            ChromaDatabase database = new ChromaDatabase(http, settings.prefix() + "-default", "notes-1-1");
            ChromaLease dead = ChromaLease.take(database, "guide", hasty);
            ChromaCollection entries = database.find(ChromaNames.entries("guide")).orElseThrow();
            Revision revision = Revision.of(entries);
            database.update(entries, revision.withDirty(true).metadata());
            String torn = new RecordId(ChromaNames.hash("a"), 0, revision.number() + 1).toString();
            database.records(entries)
                    .upsert(
                            List.of(new ChromaRecords.Row(torn, new float[] {1}, "", Map.of(EntryRecords.BORN, revision.number() + 1))),
                            () -> {});
            assertThat(store.group(GUIDE, "a")).singleElement().extracting(stored -> stored.entry().embedded()).isEqualTo("apple");

            store.replace(GUIDE, List.of(group("b", "blueberry")), VectorSet.none(MODEL));
            assertThat(store.group(GUIDE, "a")).singleElement().extracting(stored -> stored.entry().embedded()).isEqualTo("apple");
            assertThat(database.records(entries).ids(Map.of())).hasSize(2).doesNotContain(torn);
            assertThat(Revision.of(database.find(entries.name()).orElseThrow()).dirty()).isFalse();
            assertThatThrownBy(dead::require).satisfies(code("write-taken-over"));
        }
    }

    @Test
    void aWriterThatWasSilentForTooLongWritesNothing() throws IOException {
        ChromaSettings hasty = settings.withLease(Duration.ofMillis(300), Duration.ofSeconds(60));
        try (ChromaVectorStores silent = new ChromaVectorStores(new DataFolder(data.resolve("silent")), hasty);
                ChromaVectorStores quick = new ChromaVectorStores(new DataFolder(data.resolve("quick")), hasty)) {
            quick.of(SPACE).replace(GUIDE, List.of(group("a", "apple"), group("b", "banana")), vectors("apple"));
            // The other one takes over, which waits until the lease is over, and writes while this one looks through its groups.
            List<Group> late = new AbstractList<>() {
                private boolean overtaken;

                @Override
                public Group get(int index) {
                    if (!overtaken) {
                        overtaken = true;
                        quick.of(SPACE).replace(GUIDE, List.of(group("a", "apricot"), group("c", "cherry")), vectors("cherry"));
                    }
                    return group("b", "blueberry");
                }

                @Override
                public int size() {
                    return 1;
                }
            };
            assertThatThrownBy(() -> silent.of(SPACE).replace(GUIDE, late, vectors("blueberry"))).satisfies(code("write-taken-over"));
            for (ChromaVectorStores one : List.of(silent, quick)) {
                assertThat(embedded(one, "a")).containsExactly("apricot");
                assertThat(embedded(one, "b")).containsExactly("banana");
                assertThat(embedded(one, "c")).containsExactly("cherry");
                assertThat(one.of(SPACE).counts(GUIDE, MODEL)).isEqualTo(new Counts(3, 1));
            }
            silent.of(SPACE).replace(GUIDE, List.of(group("b", "blueberry")), VectorSet.none(MODEL));
            assertThat(embedded(quick, "b")).containsExactly("blueberry");
        }
    }

    private static List<String> embedded(ChromaVectorStores stores, String group) {
        return stores.of(SPACE).group(GUIDE, group).stream().map(stored -> stored.entry().embedded()).toList();
    }

    @Test
    void whoWaitsTooLongForAWriterIsTold() throws IOException {
        ChromaSettings impatient = settings.withLease(Duration.ofMinutes(5), Duration.ofMillis(200));
        try (ChromaVectorStores stores = new ChromaVectorStores(new DataFolder(data), impatient);
                ChromaHttp http = new ChromaHttp(impatient)) {
            ChromaDatabase database = new ChromaDatabase(http, settings.prefix() + "-default", "notes-1-1");
            try (ChromaLease held = ChromaLease.take(database, "guide", impatient)) {
                assertThatThrownBy(() -> stores.of(SPACE).replace(GUIDE, List.of(group("a", "apple")), VectorSet.none(MODEL)))
                        .satisfies(code("data-in-use"));
                held.require();
            }
            stores.of(SPACE).replace(GUIDE, List.of(group("a", "apple")), VectorSet.none(MODEL));
            assertThat(database.collections()).extracting(ChromaCollection::name).containsExactly(ChromaNames.entries("guide"));
        }
    }

    @Test
    void aMirrorThatIsFarBehindReadsEverything() throws IOException {
        try (ChromaVectorStores ahead = new ChromaVectorStores(new DataFolder(data.resolve("ahead")), settings);
                ChromaVectorStores behind = new ChromaVectorStores(new DataFolder(data.resolve("behind")), settings);
                ChromaHttp http = new ChromaHttp(settings)) {
            VectorStore writer = ahead.of(SPACE);
            VectorStore reader = behind.of(SPACE);
            writer.replace(GUIDE, List.of(group("a", "apple"), group("b", "banana")), VectorSet.none(MODEL));
            assertThat(reader.counts(GUIDE, MODEL)).isEqualTo(new Counts(2, 0));
            writer.deleteGroups(GUIDE, List.of("a"));
            // As a writer does when there are many marks of emptied groups.
            ChromaDatabase database = new ChromaDatabase(http, settings.prefix() + "-default", "notes-1-1");
            ChromaCollection entries = database.find(ChromaNames.entries("guide")).orElseThrow();
            Revision revision = Revision.of(entries);
            database.records(entries).delete(database.records(entries).ids(Map.of(EntryRecords.MARK, true)));
            database.update(entries, new Revision("guide", revision.number(), revision.number(), false).metadata());
            assertThat(reader.counts(GUIDE, MODEL)).isEqualTo(new Counts(1, 0));
        }
    }

    @Test
    void onlyOneOfSeveralMakesACollection() {
        try (ChromaHttp http = new ChromaHttp(settings)) {
            ChromaDatabase database = new ChromaDatabase(http, settings.prefix() + "-default", "notes-1-1");
            assertThat(database.collections()).isEmpty();
            assertThat(database.create("some-name", Map.of("a", 1), Distance.L2)).isPresent();
            assertThat(database.create("some-name", Map.of("a", 1), Distance.L2)).isEmpty();
            database.delete("some-name");
            database.delete("some-name");
            assertThat(database.find("some-name")).isEmpty();
        }
    }

    private static Consumer<Throwable> code(String code) {
        return failure -> assertThat(failure)
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    private static Group group(String name, String text) {
        return new Group(name, List.of(new Entry(Map.of(SearchField.BODY, text), Map.of(), text, "h:" + text, "")));
    }

    private static VectorSet vectors(String text) {
        return new VectorSet(MODEL, Map.of("h:" + text, new float[] {1, 0}));
    }
}
