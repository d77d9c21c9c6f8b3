package community.likeminds.agent.services;

/** Gives tests an S3 server that checks signatures. */
public final class RealS3 extends RealServer {

    public RealS3() {
        super("s3");
    }
}
