package community.likeminds.agent.infrastructure.storage.s3;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What can go wrong with an S3 server. */
final class S3Errors {

    private final S3Settings settings;

    S3Errors(S3Settings settings) {
        this.settings = settings;
    }

    AgentException of(SdkException failure) {
        int status = failure instanceof S3Exception answer ? answer.statusCode() : 0;
        return switch (status) {
            case 0 -> error("s3-unreachable", "No S3 server answers for the " + settings.shown() + ".",
                    "Start it, or set likeminds.storage.s3.url to where it is.", failure);
            case 401, 403 -> error("s3-forbidden", "The S3 server refuses this program the " + settings.shown() + ".",
                    "Set likeminds.storage.s3.access-key and likeminds.storage.s3.secret-key to a user that may read, write and list there.", failure);
            case 404 -> error("s3-bucket-unknown", "There is no " + settings.shown() + ".",
                    "Make it, or set likeminds.storage.s3.bucket to one that is there.", failure);
            default -> error("s3-failed", "The S3 server of the " + settings.shown() + " answered " + status + ".",
                    "Look into its log, then try again.", failure);
        };
    }

    private static AgentException error(String code, String fact, String remedy, Exception cause) {
        return new AgentException(Kind.UNAVAILABLE, code, fact, remedy, cause);
    }
}
