package community.likeminds.agent.infrastructure.storage.s3;

import java.time.Duration;

/**
 * How an S3 server is spoken to.
 *
 * @param url of the server, or empty for Amazon's in the region
 * @param region that requests are signed for
 * @param bucket that holds the objects; it has to be there
 * @param prefix of all keys in the bucket, without a slash at its end, or empty
 * @param accessKey with {@code secretKey}, or empty for what the environment of the process provides
 * @param part size of the parts of large objects, in bytes
 * @param largest most bytes of one object
 * @param connectLimit most time to connect
 * @param requestLimit most time for one request and its repetitions
 */
record S3Settings(
        String url,
        String region,
        String bucket,
        String prefix,
        String accessKey,
        String secretKey,
        int part,
        long largest,
        Duration connectLimit,
        Duration requestLimit) {

    String shown() {
        return "bucket '" + bucket + "'" + (url.isEmpty() ? " in " + region : " at " + url);
    }

    String key(String tenant, String key) {
        return (prefix.isEmpty() ? "" : prefix + "/") + tenant + "/" + key;
    }
}
