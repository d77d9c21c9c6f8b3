package community.likeminds.agent;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Leaves out what belongs only to roles that this process does not run. */
final class RoleFilter extends TypeExcludeFilter {

    private final Set<Role> present;

    RoleFilter(Set<Role> present) {
        this.present = present;
    }

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
        return leavesOut(reader.getClassMetadata().getClassName());
    }

    boolean leavesOut(String className) {
        return present.stream().noneMatch(role -> role.isMadeOf(className)) && Role.ALL.stream().anyMatch(role -> role.isMadeOf(className));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoleFilter filter && filter.present.equals(present);
    }

    @Override
    public int hashCode() {
        return present.hashCode();
    }
}
