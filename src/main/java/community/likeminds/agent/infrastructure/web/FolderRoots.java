package community.likeminds.agent.infrastructure.web;

import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folders that an operator gave to organisations. Of roots within each other the innermost decides. */
final class FolderRoots {

    private final List<Root> roots;

    private record Root(TenantId tenant, Path folder) {

        static Root of(TenantId tenant, Path folder) {
            return new Root(tenant, folder.toAbsolutePath().normalize());
        }

        /** As it is now: a folder that is not there (yet) holds nothing that could be named. */
        Root real() {
            try {
                return new Root(tenant, folder.toRealPath());
            } catch (IOException missing) {
                return this;
            }
        }
    }

    /**
     * @param folders of the default organisation, which is the one of whoever runs the server
     * @param others of other organisations
     */
    FolderRoots(List<Path> folders, Map<TenantId, List<Path>> others) {
        this.roots = Stream.concat(
                        folders.stream().map(folder -> Root.of(TenantId.DEFAULT, folder)),
                        others.entrySet().stream().flatMap(entry -> entry.getValue().stream().map(folder -> Root.of(entry.getKey(), folder))))
                .toList();
    }

    /** Whether a folder lies below any of them. @param folder a real path */
    boolean hold(Path folder) {
        return roots.stream().anyMatch(root -> folder.startsWith(root.real().folder()));
    }

    /** Whether a folder is an organisation's, and holds nothing that was given to another one. @param folder a real path */
    boolean give(TenantId tenant, Path folder) {
        List<Root> real = roots.stream().map(Root::real).toList();
        List<Root> around = real.stream().filter(root -> folder.startsWith(root.folder())).toList();
        Path innermost = around.stream().map(Root::folder).max(Comparator.comparingInt(Path::getNameCount)).orElse(null);
        return innermost != null
                && around.contains(new Root(tenant, innermost))
                && real.stream().noneMatch(root -> !root.tenant().equals(tenant) && root.folder().startsWith(folder) && !root.folder().equals(innermost));
    }
}
