package community.likeminds.agent.processors.docs.embedding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes messages of protocol buffers without their schema (protobuf.dev, "Encoding"). */
final class Wire {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;
    private static final int LONGEST_VARINT = 10;

    private final byte[] bytes;
    private int position;

    private Wire(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /**
     * A field of a message within an array.
     *
     * @param tag where it begins
     * @param start where its content begins
     * @param value of a number, 0 for anything else
     */
    record Field(byte[] bytes, int number, int tag, int start, int end, long value) {

        /** The content as a message. */
        List<Field> fields() {
            return Wire.fields(bytes, start, end);
        }

        /** Those of the content's fields that have a number. */
        List<Field> fields(int number) {
            return fields().stream().filter(field -> field.number() == number).toList();
        }

        String text() {
            return new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }

        boolean packed() {
            return (bytes[tag] & 7) == BYTES;
        }

        /** The number that this is, or the numbers that are packed into it. */
        List<Long> numbers() {
            if (!packed()) {
                return List.of(value);
            }
            List<Long> numbers = new ArrayList<>();
            Wire reader = new Wire(bytes, start);
            while (reader.position < end) {
                numbers.add(reader.varint());
            }
            return numbers;
        }
    }

    /** @throws IndexOutOfBoundsException and {@link ArithmeticException} for what is no message */
    static List<Field> fields(byte[] bytes, int start, int end) {
        List<Field> fields = new ArrayList<>();
        Wire reader = new Wire(bytes, start);
        while (reader.position < end) {
            fields.add(reader.field(end));
        }
        return fields;
    }

    private Field field(int end) {
        int tag = position;
        long key = varint();
        int start = position;
        long value = 0;
        switch ((int) (key & 7)) {
            case VARINT -> value = varint();
            case FIXED_64 -> position += Long.BYTES;
            case BYTES -> {
                int length = Math.toIntExact(varint());
                start = position;
                if (length < 0 || length > end - position) {
                    throw new IndexOutOfBoundsException(length);
                }
                position += length;
            }
            case FIXED_32 -> position += Integer.BYTES;
            default -> throw new IndexOutOfBoundsException("wire type " + (key & 7));
        }
        return new Field(bytes, Math.toIntExact(key >>> 3), tag, start, position, value);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException("number without end");
    }

    /** A message that grows. What is copied into it is not, until it is written. */
    static final class Message {

        private final List<ByteBuffer> parts = new ArrayList<>();
        private int length;

        Message number(int number, long value) {
            return key(number, VARINT).varint(value);
        }

        Message text(int number, String value) {
            return bytes(number, value.getBytes(StandardCharsets.UTF_8));
        }

        Message bytes(int number, byte[] value) {
            return key(number, BYTES).varint(value.length).part(ByteBuffer.wrap(value));
        }

        Message message(int number, Message value) {
            key(number, BYTES).varint(value.length);
            value.parts.forEach(this::part);
            return this;
        }

        /** A field as it stands elsewhere. */
        Message copy(Field field) {
            return part(ByteBuffer.wrap(field.bytes(), field.tag(), field.end() - field.tag()));
        }

        byte[] written() {
            ByteBuffer all = ByteBuffer.allocate(length);
            parts.forEach(part -> all.put(part.duplicate()));
            return all.array();
        }

        private Message part(ByteBuffer part) {
            parts.add(part);
            length = Math.addExact(length, part.remaining());
            return this;
        }

        private Message key(int number, int type) {
            return varint((long) number << 3 | type);
        }

        private Message varint(long value) {
            ByteBuffer bytes = ByteBuffer.allocate(LONGEST_VARINT);
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes.put((byte) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            return part(bytes.put((byte) rest).flip());
        }
    }
}
