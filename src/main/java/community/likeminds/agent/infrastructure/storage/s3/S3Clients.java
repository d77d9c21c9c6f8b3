package community.likeminds.agent.infrastructure.storage.s3;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Makes what speaks to an S3 server. */
final class S3Clients {

    // Path style, because a server of one's own rarely has a name for each bucket; whole bodies are signed, so that none arrives damaged.
    private static final S3Configuration OWN_SERVER = S3Configuration.builder()
            .pathStyleAccessEnabled(true)
            .chunkedEncodingEnabled(false)
            .build();

    private S3Clients() {}

    static S3Client client(S3Settings settings) {
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                // Other servers than Amazon's do not know the checksums that the SDK adds by itself.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(limits -> limits.apiCallTimeout(settings.requestLimit()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.connectLimit())
                        .socketTimeout(settings.requestLimit()));
        if (!settings.url().isEmpty()) {
            client.endpointOverride(URI.create(settings.url())).serviceConfiguration(OWN_SERVER);
        }
        return client.build();
    }

    static S3Presigner presigner(S3Settings settings) {
        S3Presigner.Builder presigner =
                S3Presigner.builder().region(Region.of(settings.region())).credentialsProvider(credentials(settings));
        if (!settings.url().isEmpty()) {
            presigner.endpointOverride(URI.create(settings.url())).serviceConfiguration(OWN_SERVER);
        }
        return presigner.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.accessKey().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }
}
