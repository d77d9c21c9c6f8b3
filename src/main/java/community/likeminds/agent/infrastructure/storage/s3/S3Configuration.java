package community.likeminds.agent.infrastructure.storage.s3;

import community.likeminds.agent.infrastructure.storage.StoreHealth;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.storage.objects", havingValue = "s3")
class S3Configuration {

    @Bean
    S3Settings s3Settings(
            @Value("${likeminds.storage.s3.url:}") String url,
            @Value("${likeminds.storage.s3.region:us-east-1}") String region,
            @Value("${likeminds.storage.s3.bucket:likeminds}") String bucket,
            @Value("${likeminds.storage.s3.prefix:}") String prefix,
            @Value("${likeminds.storage.s3.access-key:}") String accessKey,
            @Value("${likeminds.storage.s3.secret-key:}") String secretKey,
            @Value("${likeminds.storage.s3.part:8MB}") DataSize part,
            @Value("${likeminds.storage.objects-largest:1GB}") DataSize largest,
            @Value("${likeminds.storage.s3.connect-limit:5s}") Duration connectLimit,
            @Value("${likeminds.storage.s3.request-limit:60s}") Duration requestLimit) {
        return new S3Settings(
                url,
                region,
                bucket,
                prefix,
                accessKey,
                secretKey,
                Math.toIntExact(part.toBytes()),
                largest.toBytes(),
                connectLimit,
                requestLimit);
    }

    @Bean(destroyMethod = "close")
    S3Objects storedObjects(S3Settings settings) {
        S3Objects objects = new S3Objects(settings);
        try {
            objects.check();
            return objects;
        } catch (RuntimeException failure) {
            objects.close();
            throw failure;
        }
    }

    @Bean
    StoreHealth objectsHealth(S3Objects objects) {
        return StoreHealth.of("objects", "s3", true, objects::check);
    }
}
