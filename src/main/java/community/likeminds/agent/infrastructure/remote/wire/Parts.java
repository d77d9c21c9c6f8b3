package community.likeminds.agent.infrastructure.remote.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import community.likeminds.agent.infrastructure.remote.proto.Part;
import community.likeminds.agent.infrastructure.remote.proto.Vector;
import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Arguments or results in parts: a document of JSON, and its vectors beside it. */
public final class Parts {

    /** Bytes of the largest part that is taken in. */
    public static final int LARGEST = 4 << 20;

    /** Bytes after which a part is full. */
    private static final int FULL = 512 << 10;

    private Parts() {}

    /**
     * Cuts a message into parts; at least one.
     *
     * @param path of the call, or empty in an answer
     */
    public static Iterator<Part> cut(String path, byte[] json, List<float[]> vectors) {
        return new Iterator<>() {
            private int written;
            private int next;
            private boolean begun;

            @Override
            public boolean hasNext() {
                return !begun || written < json.length || next < vectors.size();
            }

            @Override
            public Part next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Part.Builder part = Part.newBuilder();
                if (!begun) {
                    part.setPath(path);
                    begun = true;
                }
                int room = FULL;
                int length = Math.min(room, json.length - written);
                if (length > 0) {
                    part.setJson(UnsafeByteOperations.unsafeWrap(json, written, length));
                    written += length;
                    room -= length;
                }
                while (room > 0 && next < vectors.size()) {
                    float[] vector = vectors.get(next++);
                    Vector.Builder packed = Vector.newBuilder();
                    for (float value : vector) {
                        packed.addValues(value);
                    }
                    part.addVectors(packed);
                    room -= vector.length * Float.BYTES;
                }
                return part.build();
            }
        };
    }

    public static AgentException tooLarge(String what) {
        return new AgentException(
                AgentException.Kind.BAD_INPUT,
                "remote-too-large",
                "A call between two processes carries " + what + ".",
                "Hand over less at once, or raise likeminds.remote.largest-message in every process.");
    }

    /** A message that is being put together again. */
    public static final class Joined {

        private final long limit;
        private final List<float[]> vectors = new ArrayList<>();
        private ByteString json = ByteString.EMPTY;
        private long size;

        /** @param limit bytes of the largest message */
        public Joined(long limit) {
            this.limit = limit;
        }

        /** Throws {@code remote-too-large}. */
        public void add(Part part) {
            size += part.getSerializedSize();
            if (size > limit) {
                throw tooLarge("more than " + limit + " bytes");
            }
            json = json.concat(part.getJson());
            for (Vector packed : part.getVectorsList()) {
                float[] vector = new float[packed.getValuesCount()];
                for (int index = 0; index < vector.length; index++) {
                    vector[index] = packed.getValues(index);
                }
                vectors.add(vector);
            }
        }

        public byte[] json() {
            return json.toByteArray();
        }

        public List<float[]> vectors() {
            return vectors;
        }
    }
}
