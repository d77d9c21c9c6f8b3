package community.likeminds.agent.infrastructure.storage.s3;

import community.likeminds.agent.infrastructure.storage.objects.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.input.BoundedInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Sends a large object in parts; the server shows it when all have arrived. */
final class Multipart {

    private static final Logger LOG = LoggerFactory.getLogger(Multipart.class);
    private static final int MOST_PARTS = 10_000;

    private final S3Client client;
    private final S3Settings settings;

    Multipart(S3Client client, S3Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    CompleteMultipartUploadResponse send(String name, Path file, Intake taken, String contentType, Map<String, String> metadata) {
        String upload = client.createMultipartUpload(request -> request.bucket(settings.bucket())
                        .key(name)
                        .contentType(contentType)
                        .metadata(metadata))
                .uploadId();
        try {
            List<CompletedPart> parts = parts(name, upload, file, taken.size());
            return client.completeMultipartUpload(request -> request.bucket(settings.bucket())
                    .key(name)
                    .uploadId(upload)
                    .multipartUpload(all -> all.parts(parts)));
        } catch (RuntimeException failure) {
            abort(name, upload);
            throw failure;
        }
    }

    private List<CompletedPart> parts(String name, String upload, Path file, long size) {
        long part = Math.max(settings.part(), (size + MOST_PARTS - 1) / MOST_PARTS);
        List<CompletedPart> sent = new ArrayList<>();
        for (long from = 0; from < size; from += part) {
            int number = sent.size() + 1;
            long start = from;
            long length = Math.min(part, size - from);
            String tag = client.uploadPart(
                            request -> request.bucket(settings.bucket()).key(name).uploadId(upload).partNumber(number),
                            RequestBody.fromContentProvider(() -> slice(file, start, length), length, "application/octet-stream"))
                    .eTag();
            sent.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        }
        return sent;
    }

    /** Opened anew each time, as a part is read again when it has to be sent again. */
    private static InputStream slice(Path file, long from, long length) {
        try {
            FileChannel channel = FileChannel.open(file).position(from);
            return BoundedInputStream.builder()
                    .setInputStream(Channels.newInputStream(channel))
                    .setMaxCount(length)
                    .get();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Parts that belong to nothing cost money and are seen by nobody. */
    private void abort(String name, String upload) {
        try {
            client.abortMultipartUpload(request -> request.bucket(settings.bucket()).key(name).uploadId(upload));
        } catch (SdkException second) {
            LOG.warn("An upload that failed could not be taken back; a lifecycle rule of the bucket should remove unfinished uploads.", second);
        }
    }
}
