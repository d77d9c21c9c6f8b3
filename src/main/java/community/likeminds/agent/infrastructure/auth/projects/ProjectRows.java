package community.likeminds.agent.infrastructure.auth.projects;

import community.likeminds.agent.infrastructure.auth.Project;
import community.likeminds.agent.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Statements about projects. */
@Component
class ProjectRows {

    private static final String SELECT = "select id, name, folder, owner, settings, created_at from projects where tenant = ?";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ProjectRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Project> all(TenantId tenant) {
        return jdbc.sql(SELECT).params(tenant.value()).query(ProjectRows::row).list();
    }

    List<Project> named(TenantId tenant, String idOrName) {
        return jdbc.sql(SELECT + " and (id = ? or name = ?)").params(tenant.value(), idOrName, idOrName).query(ProjectRows::row).list();
    }

    List<Project> around(TenantId tenant, Path folder) {
        List<String> keys = keysAround(folder);
        return jdbc.sql(SELECT + " and folder_key in (" + places(keys) + ")")
                .params(values(tenant.value(), keys))
                .query(ProjectRows::row)
                .list();
    }

    /** Whether a project of somebody else is the folder, holds it or lies in it. */
    boolean othersTouch(TenantId tenant, Path folder) {
        List<String> keys = keysAround(folder);
        if (count("select count(*) from projects where tenant <> ? and folder_key in (" + places(keys) + ")", values(tenant.value(), keys)) > 0) {
            return true;
        }
        String below = folder.getNameCount() == 0 ? folder.toString() : folder + folder.getFileSystem().getSeparator();
        return count(
                        "select count(*) from projects where tenant <> ? and substring(folder from 1 for ?) = ?",
                        List.of(tenant.value(), below.length(), below))
                > 0;
    }

    boolean organisation(TenantId tenant) {
        return count("select count(*) from organisations where tenant = ?", List.of(tenant.value())) > 0;
    }

    /** Lets one transaction at a time decide who gets a folder. */
    void lock() {
        jdbc.sql("select tenant from organisations where tenant = ? for update").params(TenantId.DEFAULT.value()).query(String.class).list();
    }

    /** False when the name or the folder is taken. */
    boolean insert(TenantId tenant, Project project) {
        return jdbc.sql("insert into projects (id, tenant, name, folder, folder_key, owner, settings, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(
                                project.id(), tenant.value(), project.name(), project.folder(), key(project.folder()), project.owner(),
                                JSON.writeValueAsString(project.settings()), project.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void update(TenantId tenant, Project project) {
        jdbc.sql("update projects set name = ?, owner = ?, settings = ? where tenant = ? and id = ?")
                .params(project.name(), project.owner(), JSON.writeValueAsString(project.settings()), tenant.value(), project.id())
                .update();
    }

    boolean delete(TenantId tenant, String id) {
        jdbc.sql("delete from project_grants where tenant = ? and project = ?").params(tenant.value(), id).update();
        return jdbc.sql("delete from projects where tenant = ? and id = ?").params(tenant.value(), id).update() > 0;
    }

    private long count(String sql, List<Object> values) {
        return jdbc.sql(sql).params(values).query(Long.class).single();
    }

    private static Project row(ResultSet row, int number) throws SQLException {
        return new Project(
                row.getString(1), row.getString(2), row.getString(3), row.getString(4), JSON.readValue(row.getString(5), Project.Settings.class),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private static List<Object> values(String first, List<String> more) {
        List<Object> values = new ArrayList<>();
        values.add(first);
        values.addAll(more);
        return values;
    }

    private static String places(List<String> keys) {
        return String.join(", ", keys.stream().map(key -> "?").toList());
    }

    private static List<String> keysAround(Path folder) {
        List<String> keys = new ArrayList<>();
        for (Path one = folder; one != null; one = one.getParent()) {
            keys.add(key(one.toString()));
        }
        return keys;
    }

    private static String key(String folder) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(folder.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
