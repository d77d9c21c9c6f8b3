package community.likeminds.agent.vector.core.store.lucene;

import community.likeminds.agent.vector.core.WrongDimension;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;

/** Refuses vectors of another length in words of its own, where Lucene would speak of fields. */
final class Dimensions {

    private Dimensions() {}

    static void require(IndexReader reader, String field, int length) {
        for (LeafReaderContext leaf : reader.leaves()) {
            FieldInfo known = leaf.reader().getFieldInfos().fieldInfo(field);
            if (known != null && known.getVectorDimension() > 0 && known.getVectorDimension() != length) {
                throw WrongDimension.of(known.getVectorDimension(), length);
            }
        }
    }

    static void require(IndexWriter writer, String field, int length) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            require(reader, field, length);
        }
    }
}
