package community.likeminds.agent.infrastructure.storage.s3;

import community.likeminds.agent.infrastructure.storage.StoredObjects;
import community.likeminds.agent.infrastructure.storage.objects.Intake;
import community.likeminds.agent.infrastructure.storage.objects.ObjectRules;
import community.likeminds.agent.infrastructure.storage.objects.VerifiedStream;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Objects in a bucket, below the name of their tenant. */
final class S3Objects implements StoredObjects, AutoCloseable {

    private static final String SHA256 = "sha256";
    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final S3Settings settings;
    private final S3Errors errors;
    private final S3Client client;
    private final S3Presigner presigner;

    S3Objects(S3Settings settings) {
        this.settings = settings;
        this.errors = new S3Errors(settings);
        this.client = S3Clients.client(settings);
        this.presigner = S3Clients.presigner(settings);
    }

    /** @throws AgentException when the bucket cannot be used */
    void check() {
        asked(() -> client.headBucket(request -> request.bucket(settings.bucket())));
    }

    @Override
    public StoredObject put(TenantId tenant, String key, InputStream content, NewObject about) {
        String name = name(tenant, key);
        // Kept here first: only what is whole, small enough and undamaged is sent.
        try (DeferredFileOutputStream kept = DeferredFileOutputStream.builder()
                .setThreshold(settings.part())
                .setPrefix("likeminds-object")
                .get()) {
            try {
                Intake taken = Intake.copy(content, kept, settings.largest(), about);
                kept.close();
                asked(() -> send(name, kept, taken, about));
                return find(tenant, key).orElseThrow(() -> ObjectRules.unknown(key));
            } finally {
                Path file = kept.getPath();
                if (file != null) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw new AgentException(
                    Kind.UNAVAILABLE,
                    "object-not-read",
                    "The content of the object could not be read or kept aside: " + failure.getMessage() + ".",
                    "Check the free space of the folder for temporary files, then try again.",
                    failure);
        }
    }

    private Object send(String name, DeferredFileOutputStream kept, Intake taken, NewObject about) {
        if (kept.isInMemory()) {
            return client.putObject(
                    request -> request.bucket(settings.bucket())
                            .key(name)
                            .contentType(about.contentType())
                            .metadata(Map.of(SHA256, taken.sha256())),
                    RequestBody.fromBytes(java.util.Objects.requireNonNull(kept.getData())));
        }
        return new Multipart(client, settings).send(name, kept.getPath(), taken, about.contentType(), Map.of(SHA256, taken.sha256()));
    }

    @Override
    public Optional<StoredObject> find(TenantId tenant, String key) {
        String name = name(tenant, key);
        try {
            HeadObjectResponse head = answered(() -> client.headObject(request -> request.bucket(settings.bucket()).key(name)));
            return Optional.of(new StoredObject(
                    key,
                    head.contentLength(),
                    head.contentType(),
                    head.metadata().getOrDefault(SHA256, ""),
                    head.lastModified().truncatedTo(ChronoUnit.SECONDS)));
        } catch (SdkException failure) {
            if (failure instanceof S3Exception answer && answer.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw errors.of(failure);
        }
    }

    @Override
    public InputStream read(TenantId tenant, String key) {
        return get(tenant, key, null);
    }

    @Override
    public InputStream read(TenantId tenant, String key, long from, long length) {
        ObjectRules.range(from, length);
        long last = length > Long.MAX_VALUE - from ? Long.MAX_VALUE - 1 : from + length - 1;
        return get(tenant, key, "bytes=" + from + "-" + last);
    }

    private InputStream get(TenantId tenant, String key, @Nullable String range) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(settings.bucket())
                .key(name(tenant, key))
                .range(range)
                .build();
        try {
            ResponseInputStream<GetObjectResponse> content = answered(() -> client.getObject(request));
            String sha256 = content.response().metadata().getOrDefault(SHA256, "");
            return range == null && !sha256.isEmpty() ? new VerifiedStream(content, key, sha256) : content;
        } catch (NoSuchKeyException none) {
            throw ObjectRules.unknown(key);
        } catch (SdkException failure) {
            if (failure instanceof S3Exception answer && answer.statusCode() == RANGE_NOT_SATISFIABLE) {
                return new ByteArrayInputStream(new byte[0]);
            }
            throw errors.of(failure);
        }
    }

    @Override
    public List<Listed> list(TenantId tenant, String prefix, String after, int most) {
        ObjectRules.page(most);
        if (!prefix.isEmpty()) {
            ObjectRules.key(prefix + "x");
        }
        String own = settings.key(tenant.value(), "");
        return asked(() -> client.listObjectsV2(request -> request.bucket(settings.bucket())
                                .prefix(own + prefix)
                                .startAfter(after.isEmpty() ? null : own + after)
                                .maxKeys(most)))
                .contents()
                .stream()
                .map(one -> new Listed(one.key().substring(own.length()), one.size()))
                .toList();
    }

    @Override
    public void delete(TenantId tenant, String key) {
        String name = name(tenant, key);
        asked(() -> client.deleteObject(request -> request.bucket(settings.bucket()).key(name)));
    }

    @Override
    public Optional<URI> link(TenantId tenant, String key, Duration valid) {
        ObjectRules.link(valid);
        String name = name(tenant, key);
        try {
            return Optional.of(presigner
                    .presignGetObject(link -> link.signatureDuration(valid)
                            .getObjectRequest(request -> request.bucket(settings.bucket()).key(name)))
                    .url()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        } catch (SdkException failure) {
            throw errors.of(failure);
        }
    }

    private String name(TenantId tenant, String key) {
        return settings.key(tenant.value(), ObjectRules.key(key));
    }

    private <T> T asked(Supplier<T> request) {
        try {
            return answered(request);
        } catch (SdkException failure) {
            throw errors.of(failure);
        }
    }

    /** The SDK neither repeats nor names it when a server has closed a connection that was kept; every request here may be repeated. */
    private static <T> T answered(Supplier<T> request) {
        try {
            return request.get();
        } catch (UncheckedIOException closed) {
            try {
                return request.get();
            } catch (UncheckedIOException again) {
                throw SdkClientException.create("The connection broke off.", again);
            }
        }
    }

    @Override
    public void close() {
        client.close();
        presigner.close();
    }
}
