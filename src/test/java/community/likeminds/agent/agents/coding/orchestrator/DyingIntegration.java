package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.FakeRecords;
import community.likeminds.agent.agents.coding.FakeValidator;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.codevalidation.RealLadder;
import community.likeminds.agent.agents.coding.plans.RealPlans;
import community.likeminds.agent.infrastructure.secrets.RealSecrets;
import community.likeminds.agent.processors.code.RealCode;
import community.likeminds.agent.project.output.RealOutput;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A process of its own that applies a plan and drops dead at the wanted deed, as {@code kill -9} would have it. */
final class DyingIntegration {

    static final int DIED = 77;
    static final ApplyOptions OPTIONS = new ApplyOptions(Map.of("SIGNPOST_APP_ID", "app-778899"), "add-signpost", false, List.of());

    private DyingIntegration() {}

    /** Arguments: data folder, plan's file, number of the deed at which to die, and perhaps the run's id and its tenant. */
    public static void main(String[] arguments) throws Exception {
        int[] left = {Integer.parseInt(arguments[2])};
        Consumer<String> deeds = deed -> {
            if (--left[0] == 0) {
                System.out.println(deed);
                System.out.flush();
                Runtime.getRuntime().halt(DIED);
            }
        };
        String id = arguments.length > 3 ? arguments[3] : UUID.randomUUID().toString();
        TenantId tenant = arguments.length > 4 ? new TenantId(arguments[4]) : TenantId.DEFAULT;
        apply(Path.of(arguments[0]), Files.readString(Path.of(arguments[1])), id, tenant, deeds);
        System.exit(0);
    }

    static IntegrationReport apply(Path data, String plan, Consumer<String> deeds) {
        return apply(data, plan, UUID.randomUUID().toString(), TenantId.DEFAULT, deeds);
    }

    private static IntegrationReport apply(Path data, String plan, String id, TenantId tenant, Consumer<String> deeds) {
        return execution(data, deeds).apply(
                tenant, RealPlans.on(new FakeRecords()).read(plan, "plan"), OPTIONS,
                new Execution.Frame(id, new LinkedHashMap<>(), report -> {}), Progress.NONE);
    }

    /** Installing and building leave what they leave in real projects, and die as everything else may. */
    static Execution execution(Path data, Consumer<String> deeds) {
        return new Execution(RealOutput.changeSets(data, deeds), RealOutput.branches(deeds), RealLadder.on(validator(deeds)), RealCode.edits(),
                RealOutput.gitFiles(), RealSecrets.in(data));
    }

    private static FakeValidator validator(Consumer<String> deeds) {
        FakeValidator validator = new FakeValidator();
        validator.onInstall = () -> {
            try {
                Path root = Path.of(System.getProperty("project"));
                Files.createDirectories(root.resolve("node_modules/@signpost"));
                deeds.accept("folder of an install");
                Files.writeString(root.resolve("node_modules/@signpost/half.js"), "1");
                deeds.accept("half of an install");
                Files.writeString(root.resolve("package-lock.json"), "{\"lock\": 1}");
                deeds.accept("whole install");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
        return validator;
    }
}
