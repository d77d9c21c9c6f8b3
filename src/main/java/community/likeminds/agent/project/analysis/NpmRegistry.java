package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Published;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Command;
import community.likeminds.agent.project.environment.Commands.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks {@code npm view}. A date in {@code npm_config_before} is honoured here, because {@code npm view} itself shows
 * versions that {@code npm install} would not take.
 */
final class NpmRegistry implements PackageRegistry {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NAME =
            Pattern.compile("(?:@[A-Za-z0-9~-][A-Za-z0-9._~-]*/)?[A-Za-z0-9~][A-Za-z0-9._~-]*");
    /** The answer begins a line; warnings may stand before it. */
    private static final Pattern ANSWER = Pattern.compile("(?m)^[{\\[\"]");
    private static final Pattern WANTED = Pattern.compile("[A-Za-z0-9.*^~<>=| +_-]*");

    private final Commands commands;
    private final @Nullable String before;

    NpmRegistry(Commands commands) {
        this(commands, Optional.ofNullable(System.getenv("npm_config_before"))
                .orElseGet(() -> System.getenv("NPM_CONFIG_BEFORE")));
    }

    NpmRegistry(Commands commands, @Nullable String before) {
        this.commands = commands;
        this.before = before == null || before.isBlank() ? null : before.strip();
    }

    @Override
    public Published published(Path folder, String name, String wanted) {
        if (!NAME.matcher(name).matches() || !WANTED.matcher(wanted).matches()) {
            return new Published(name, null, true, Map.of(),
                    "'" + name + (wanted.isEmpty() ? "" : "@" + wanted) + "' is not a name and a version that npm could have.");
        }
        if (commands.find("npm").isEmpty()) {
            return new Published(name, null, false, Map.of(),
                    "Whether " + name + " is published cannot be told, because npm is not installed here.");
        }
        try {
            return before == null ? newest(folder, name, wanted) : newestBefore(folder, name, wanted, instant(before));
        } catch (NotThere missing) {
            return missing.published;
        } catch (JacksonException | DateTimeParseException unreadable) {
            return new Published(name, null, false, Map.of(),
                    "The registry's answer about " + name + " cannot be read (" + Findings.oneLine(
                            String.valueOf(unreadable.getMessage()), 160) + ").");
        }
    }

    private Published newest(Path folder, String name, String wanted) {
        JsonNode answer = view(folder, name, wanted, "name", "version", "peerDependencies", "peerDependenciesMeta",
                "dist-tags", "deprecated");
        List<JsonNode> versions = new ArrayList<>();
        if (answer.isArray()) {
            answer.forEach(versions::add);
        } else {
            versions.add(answer);
        }
        JsonNode best = null;
        for (JsonNode one : versions) {
            best = best == null || better(one, best) ? one : best;
        }
        if (best == null) {
            return none(name, wanted);
        }
        return published(name, best.path("version").asString(), peers(best));
    }

    /** As npm chooses: the tag {@code latest} when it is in range, then what is not deprecated, then the higher version. */
    private static boolean better(JsonNode one, JsonNode best) {
        String latest = one.path("dist-tags").path("latest").asString("");
        if (one.path("version").asString("").equals(latest) || best.path("version").asString("").equals(latest)) {
            return one.path("version").asString("").equals(latest);
        }
        boolean deprecatedOne = one.path("deprecated").isString();
        boolean deprecatedBest = best.path("deprecated").isString();
        if (deprecatedOne != deprecatedBest) {
            return deprecatedBest;
        }
        Optional<Version> a = Version.parse(one.path("version").asString(""));
        Optional<Version> b = Version.parse(best.path("version").asString(""));
        return a.isPresent() && (b.isEmpty() || a.get().compareTo(b.get()) > 0);
    }

    private Published newestBefore(Path folder, String name, String wanted, Instant limit) {
        JsonNode answer = view(folder, name, "", "time", "dist-tags");
        Map<String, String> tags = strings(answer.path("dist-tags"));
        String range = tags.containsKey(wanted) && !wanted.equals("latest") ? tags.get(wanted) : wanted;
        Optional<VersionRange> accepted = VersionRange.parse(range == null || range.equals("latest") ? "" : range);
        Version best = null;
        for (var published : strings(answer.path("time")).entrySet()) {
            Optional<Version> version = Version.parse(published.getKey());
            if (version.isEmpty() || accepted.isEmpty() || !accepted.get().accepts(version.get())
                    || instant(published.getValue()).isAfter(limit)) {
                continue;
            }
            best = best == null || version.get().compareTo(best) > 0 ? version.get() : best;
        }
        String latest = tags.getOrDefault("latest", "");
        Optional<Version> tagged = Version.parse(latest);
        if (best != null && tagged.isPresent() && accepted.orElseThrow().accepts(tagged.get())
                && tagged.get().compareTo(best) < 0
                && !instant(strings(answer.path("time")).getOrDefault(latest, Instant.MAX.toString())).isAfter(limit)) {
            best = tagged.get();
        }
        if (best == null) {
            return none(name, wanted + " published before " + before);
        }
        return published(name, best.toString(), peers(view(folder, name, best.toString(), "name", "version",
                "peerDependencies", "peerDependenciesMeta")));
    }

    private static Published published(String name, String version, Map<String, String> peers) {
        return new Published(name, version, true, peers, name + " " + version + " is published.");
    }

    private static Published none(String name, String wanted) {
        return new Published(name, null, true, Map.of(),
                "The package " + name + " is in the registry, but no version of it matches " + wanted.strip() + ".");
    }

    /** Says why there is no answer. */
    private static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Published published;

        NotThere(Published published) {
            super(published.detail(), null, false, false);
            this.published = published;
        }
    }

    private JsonNode view(Path folder, String name, String wanted, String... fields) {
        List<String> arguments = new ArrayList<>(List.of("npm", "view", wanted.isEmpty() ? name : name + "@" + wanted));
        arguments.addAll(List.of(fields));
        arguments.addAll(List.of("--json", "--loglevel=silent", "--fetch-retries=1", "--fetch-timeout=20000"));
        Result result = commands.run(new Command(folder, arguments, Map.of(), LIMIT, line -> {}));
        String output = result.output();
        Matcher start = ANSWER.matcher(output);
        JsonNode answer = start.find() ? JSON.readTree(output.substring(start.start())) : JSON.nullNode();
        JsonNode error = answer.path("error");
        if (!error.isMissingNode() && !result.ok()) {
            throw new NotThere(refusal(name, wanted, error));
        }
        if (!result.ok()) {
            throw new NotThere(new Published(name, null, false, Map.of(), "The registry could not be asked about " + name
                    + " (" + Findings.oneLine(output, 200) + ")."));
        }
        if (answer.isNull() && fields.length > 1) {
            throw new NotThere(none(name, wanted));
        }
        return answer;
    }

    private static Published refusal(String name, String wanted, JsonNode error) {
        String code = error.path("code").asString("");
        String summary = error.path("summary").asString("");
        if (code.equals("E404")) {
            return summary.contains("No match found for version")
                    ? none(name, wanted)
                    : new Published(name, null, true, Map.of(), InstallFailure.noSuchPackage(name));
        }
        return new Published(name, null, false, Map.of(), "The registry could not be asked about " + name + " ("
                + Findings.oneLine(code + " " + summary, 200) + ").");
    }

    /** Peers that must be there; optional ones are for those who use them. */
    private static Map<String, String> peers(JsonNode json) {
        Map<String, String> peers = strings(json.path("peerDependencies"));
        peers.keySet().removeIf(
                peer -> json.path("peerDependenciesMeta").path(peer).path("optional").asBoolean(false));
        return peers;
    }

    private static Map<String, String> strings(JsonNode json) {
        Map<String, String> all = new LinkedHashMap<>();
        json.properties().forEach(property -> all.put(property.getKey(), property.getValue().asString("")));
        return all;
    }

    private static Instant instant(String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException noOffset) {
            return Instant.parse(text.endsWith("Z") ? text : text + "Z");
        }
    }
}
