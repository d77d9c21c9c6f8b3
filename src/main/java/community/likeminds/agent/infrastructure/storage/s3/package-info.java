/** Objects in a bucket of an S3 server. */
@NullMarked
package community.likeminds.agent.infrastructure.storage.s3;

import org.jspecify.annotations.NullMarked;
