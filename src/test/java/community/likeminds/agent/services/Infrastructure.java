package community.likeminds.agent.services;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Every server that roles share, and the settings of a process that uses them. */
public final class Infrastructure implements AutoCloseable {

    public final RealService postgresql = RealService.start("postgresql");
    public final RealService redis = RealService.start("redis");
    public final RealService rabbitmq = RealService.start("rabbitmq");
    public final RealService chroma = RealService.start("chroma");
    public final RealService s3 = RealService.start("s3");
    public final RealService consul = RealService.start("consul");
    private final String bucket = "bucket-" + UUID.randomUUID();

    public Infrastructure() {
        makeBucket(s3, bucket);
    }

    /** As environment variables. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("LIKEMINDS_SERVICES_SECRET", "a secret that the processes of this test share");
        settings.put("LIKEMINDS_AUTH_MODE", "local");
        settings.put("LIKEMINDS_STORAGE_RELATIONAL", "postgresql");
        settings.put("LIKEMINDS_STORAGE_POSTGRESQL_URL", postgresql.url().toString());
        settings.put("LIKEMINDS_STORAGE_POSTGRESQL_USER", postgresql.user());
        settings.put("LIKEMINDS_STORAGE_POSTGRESQL_PASSWORD", postgresql.user());
        settings.put("LIKEMINDS_STORAGE_POSTGRESQL_POOL", "4");
        settings.put("LIKEMINDS_STORAGE_CACHE", "redis");
        settings.put("LIKEMINDS_STORAGE_REDIS_URL", redis.url().toString());
        settings.put("LIKEMINDS_MESSAGING_BROKER", "rabbitmq");
        settings.put("LIKEMINDS_MESSAGING_RABBITMQ_URL", plain(rabbitmq.url()));
        settings.put("LIKEMINDS_MESSAGING_RABBITMQ_USER", rabbitmq.user());
        settings.put("LIKEMINDS_MESSAGING_RABBITMQ_PASSWORD", rabbitmq.user());
        settings.put("LIKEMINDS_VECTORS_STORE", "chroma");
        settings.put("LIKEMINDS_VECTORS_CHROMA_URL", chroma.url().toString());
        settings.put("LIKEMINDS_STORAGE_OBJECTS", "s3");
        settings.put("LIKEMINDS_STORAGE_S3_URL", s3.url().toString());
        settings.put("LIKEMINDS_STORAGE_S3_BUCKET", bucket);
        settings.put("LIKEMINDS_STORAGE_S3_ACCESS_KEY", s3.user());
        settings.put("LIKEMINDS_STORAGE_S3_SECRET_KEY", s3.user());
        settings.put("LIKEMINDS_REGISTRY_KIND", "consul");
        settings.put("LIKEMINDS_REGISTRY_CONSUL_URL", consul.url().toString());
        return settings;
    }

    private static String plain(URI url) {
        return url.getScheme() + "://" + url.getHost() + ":" + url.getPort();
    }

    @Override
    public void close() throws Exception {
        for (RealService one : new RealService[] {consul, s3, chroma, rabbitmq, redis, postgresql}) {
            one.close();
        }
    }

    /** A bucket of the test server. */
    public static void makeBucket(RealService s3, String bucket) {
        try (S3Client client = S3Client.builder()
                .endpointOverride(s3.url())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.user(), s3.user())))
                .build()) {
            client.createBucket(request -> request.bucket(bucket));
        }
    }
}
