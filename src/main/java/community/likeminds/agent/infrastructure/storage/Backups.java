package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;

/**
 * Saves the data folder of an embedded installation in a file, and puts it back.
 *
 * <p>Both throw {@link AgentException}: {@code data-folder-busy} while another process uses the folder, and {@code backup-shared} when stores are
 * chosen that are not in it.
 */
public interface Backups {

    /**
     * Writes a ZIP file with everything that cannot be made again, and the checksums of it.
     *
     * @param file must not be there yet; it appears when it is whole
     */
    Result save(Path file, Progress progress);

    /**
     * Puts what a file holds in the place of the data folder, after all of it was unpacked and verified beside it.
     *
     * @param replace whether a data folder with content may be replaced
     * @throws AgentException {@code backup-damaged}, {@code backup-of-newer-version} or {@code data-folder-used}; the data folder is as it was then
     */
    Result restore(Path file, boolean replace, Progress progress);

    /**
     * @param folder the data folder
     * @param files how many were saved or put back
     * @param bytes their size
     * @param madeAt when the backup was made, ISO 8601
     */
    record Result(String folder, int files, long bytes, String madeAt) {}
}
