package community.likeminds.agent.infrastructure.auth;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do within one organisation; the text is what tokens and answers carry. */
public enum Permission {
    /** Search, ask, list what was read. */
    DOCUMENTATION_READ("documentation:read"),
    /** Ingest, index and forget documentation and source code. */
    DOCUMENTATION_WRITE("documentation:write"),
    /** Look at projects, plans, runs, reports and solutions. */
    PROJECTS_READ("projects:read"),
    /** Plan, apply, integrate, resume and undo. */
    PROJECTS_CHANGE("projects:change"),
    /** What was asked and what the documentation lacks. */
    ANALYTICS_READ("analytics:read"),
    /** Forget what was asked. */
    ANALYTICS_MANAGE("analytics:manage"),
    /** Look at tasks and jobs. */
    TASKS_READ("tasks:read"),
    /** Start and cancel tasks and jobs. */
    TASKS_MANAGE("tasks:manage"),
    /** Look at dead letters, send them again, discard them. */
    DEAD_LETTERS_MANAGE("dead-letters:manage"),
    /** One's own account: who am I, password, keys, sessions. Everybody who is signed in has it. */
    ACCOUNT("account"),
    /** People, service accounts, their roles and keys, grants on projects. */
    USERS_MANAGE("users:manage"),
    /** Read the audit log of the organisation. */
    AUDIT_READ("audit:read"),
    /** Read metrics of the whole installation. */
    METRICS_READ("metrics:read"),
    /** See and operate the installation: processes, health in detail, settings, organisations. */
    SYSTEM_OPERATE("system:operate");

    private final String text;

    Permission(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Empty for a permission that only a newer program knows. */
    public static Optional<Permission> of(String text) {
        return Arrays.stream(values()).filter(permission -> permission.text.equals(text)).findFirst();
    }
}
