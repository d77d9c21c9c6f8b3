package community.likeminds.agent.processors.docs;

import java.nio.file.Path;

/**
 * An opened source of documentation.
 *
 * @param name short name that citations carry: the folder's, file's, repository's or package's name
 * @param kind what it is
 * @param location as the user gave it, made absolute for folders and files
 * @param version commit of a repository, version of a package, or empty
 * @param root local folder that holds its pages (for a single file, the folder of the file)
 * @param onlyFile for a single file its name below {@code root}, else empty
 * @param address where the source's root is read on the web, without a trailing slash, or empty when that is not known
 */
public record Source(String name, Kind kind, String location, String version, Path root, String onlyFile, String address) {

    public enum Kind {
        FOLDER,
        FILE,
        ZIP,
        GIT,
        WEB,
        NPM,
        MAVEN
    }
}
