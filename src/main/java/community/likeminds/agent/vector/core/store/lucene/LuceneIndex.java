package community.likeminds.agent.vector.core.store.lucene;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.vector.core.indexing.DocumentAnalyzer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** One Lucene index in a folder that several processes may use: writers take turns, readers follow the last commit. */
public final class LuceneIndex implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final int SEGMENTS_PER_TIER = 2;

    /** Segments below this count as this large, so that what a buffer of vectors becomes is merged at once. */
    private static final int SMALL_SEGMENT_MEGABYTES = 48;

    /** Most that is kept in memory before it is written as a segment: some ten thousand vectors. */
    private static final int BUFFER_MEGABYTES = 48;

    private final DataFolder data;
    private final Path name;
    private final DocumentAnalyzer analyzer;
    private final ReentrantLock writing = new ReentrantLock();
    /** Commits of this process, and how many of them searchers know. */
    private final AtomicLong written = new AtomicLong();

    private final AtomicLong seen = new AtomicLong();
    /** When the folder was last changed, once all of that has been seen: looking for commits costs more than asking for it. */
    private volatile @Nullable FileTime unchangedSince;

    private @Nullable FSDirectory directory;
    private @Nullable SearcherManager searchers;

    /** @param name of the index's folder, below the data folder */
    LuceneIndex(DataFolder data, Path name, DocumentAnalyzer analyzer) {
        this.data = data;
        this.name = name;
        this.analyzer = analyzer;
    }

    /** Changes the index. */
    public interface Change {
        /** Makes it; what it throws undoes it. */
        void apply(IndexWriter writer) throws IOException;
    }

    /** Reads the index. */
    public interface Reading<T> {
        /** Reads one state; the searcher is not to be kept. */
        T read(IndexSearcher searcher) throws IOException;
    }

    /** Applies a change, all of it or nothing, and commits it. Waits while another process writes. */
    void write(Change change) {
        writing.lock();
        try {
            IndexWriter writer = open();
            try {
                change.apply(writer);
                writer.commit();
                written.incrementAndGet();
            } catch (IOException | RuntimeException failure) {
                writer.rollback();
                throw failure;
            }
            writer.close();
        } catch (IOException failure) {
            throw failed(failure);
        } finally {
            writing.unlock();
        }
    }

    /** Reads the last commit; {@code nothing} when there is no index yet. */
    <T> T read(Reading<T> reading, T nothing) {
        try {
            SearcherManager manager = searchers();
            if (manager == null) {
                return nothing;
            }
            refresh(manager);
            IndexSearcher searcher = manager.acquire();
            try {
                return reading.read(searcher);
            } finally {
                manager.release(searcher);
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Waits for another thread's refresh only when this process has written since the last one: its own changes are always seen. */
    private void refresh(SearcherManager manager) throws IOException {
        long wanted = written.get();
        if (seen.get() < wanted) {
            manager.maybeRefreshBlocking();
            seen.accumulateAndGet(wanted, Math::max);
            return;
        }
        FileTime changed = Files.getLastModifiedTime(directory().getDirectory());
        if (!changed.equals(unchangedSince) && manager.maybeRefresh()) {
            // A change within the clock's resolution of another one would not be told apart from it.
            unchangedSince = changed.toInstant().isBefore(Instant.now().minus(SETTLED)) ? changed : null;
        }
    }

    private RuntimeException failed(IOException failure) {
        boolean damaged = failure instanceof CorruptIndexException
                || failure instanceof IndexFormatTooOldException
                || failure instanceof IndexFormatTooNewException
                || failure instanceof EOFException
                || failure instanceof NoSuchFileException;
        Path folder = data.root().resolve(name);
        return new AgentException(
                Kind.BAD_INPUT,
                damaged ? "index-damaged" : "data-folder-unusable",
                "The index " + folder + (damaged ? " is damaged." : " cannot be read or written: " + failure.getMessage() + "."),
                damaged
                        ? "Delete that folder and ingest again."
                        : "Check the permissions and the free space, or name another folder with --data.",
                failure);
    }

    private IndexWriter open() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return new IndexWriter(directory(), configuration());
            } catch (LockObtainFailedException held) {
                if (System.nanoTime() > end) {
                    throw new AgentException(
                            Kind.CONFLICT,
                            "data-in-use",
                            "Another process has been writing the index below " + data.root() + " for more than "
                                    + PATIENCE.toSeconds() + " seconds.",
                            "Wait until it has finished, or name another data folder with --data.",
                            held);
                }
                pause();
            }
        }
    }

    private IndexWriterConfig configuration() {
        // A graph of neighbours is searched in each segment, so few of them are worth the merging.
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setSegmentsPerTier(SEGMENTS_PER_TIER);
        merging.setFloorSegmentMB(SMALL_SEGMENT_MEGABYTES);
        return new IndexWriterConfig(analyzer).setMergePolicy(merging).setRAMBufferSizeMB(BUFFER_MEGABYTES);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AgentException(
                    Kind.UNAVAILABLE, "interrupted", "The work was interrupted.", "Run the command again.", interrupted);
        }
    }

    private synchronized FSDirectory directory() throws IOException {
        if (directory == null) {
            directory = FSDirectory.open(data.folder(name.toString()));
        }
        return directory;
    }

    private synchronized @Nullable SearcherManager searchers() throws IOException {
        if (searchers == null) {
            if (!DirectoryReader.indexExists(directory())) {
                return null;
            }
            searchers = new SearcherManager(directory(), null);
        }
        return searchers;
    }

    @Override
    public synchronized void close() throws IOException {
        if (searchers != null) {
            searchers.close();
        }
        if (directory != null) {
            directory.close();
        }
    }
}
