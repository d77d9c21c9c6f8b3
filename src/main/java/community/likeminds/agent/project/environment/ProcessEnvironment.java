package community.likeminds.agent.project.environment;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The environment of everything that is started: quiet tools that never ask, and none of this process's secrets. */
final class ProcessEnvironment {

    private static final Pattern SECRET = Pattern.compile(
            "SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIAL|(^|_)AUTH$|(^|_)PAT$");
    private static final Pattern ADDRESS_WITH_PASSWORD = Pattern.compile("^[a-z][a-z0-9+.-]*://[^/@\\s]+:[^/@\\s]+@.*");
    /** What a package manager needs to reach the user's registry; npm reads NPM_TOKEN through .npmrc. */
    private static final Pattern REGISTRY =
            Pattern.compile("^(NPM_CONFIG_.*|NPM_TOKEN|NODE_AUTH_TOKEN|YARN_.*|(HTTP|HTTPS|ALL|NO|FTP)_PROXY)$");

    private static final Map<String, String> QUIET = Map.of(
            "CI", "1",
            "NO_COLOR", "1",
            "npm_config_audit", "false",
            "npm_config_fund", "false",
            "npm_config_update_notifier", "false",
            "npm_config_yes", "true",
            "NEXT_TELEMETRY_DISABLED", "1",
            "ASTRO_TELEMETRY_DISABLED", "1",
            "DISABLE_OPENCOLLECTIVE", "1");

    /** A dead registry is to be told in seconds; npm's own waits add up to minutes. What a person has set stays. */
    private static final Map<String, String> PATIENCE = Map.of(
            "npm_config_fetch_retry_mintimeout", "1000", "npm_config_fetch_retry_maxtimeout", "5000");

    private ProcessEnvironment() {}

    /** Changes the environment that a child inherits; {@code given} wins over everything. */
    static void prepare(Map<String, String> inherited, Map<String, String> given) {
        inherited.entrySet().removeIf(variable -> secret(variable.getKey(), variable.getValue()));
        inherited.remove("FORCE_COLOR");
        inherited.putAll(QUIET);
        PATIENCE.forEach(inherited::putIfAbsent);
        inherited.putAll(given);
    }

    private static boolean secret(String name, String value) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (REGISTRY.matcher(upper).matches()) {
            return false;
        }
        return SECRET.matcher(upper).find() || ADDRESS_WITH_PASSWORD.matcher(value).matches();
    }
}
