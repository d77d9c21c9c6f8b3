package community.likeminds.agent.processors.docs.embedding;

/** Arithmetic of vectors. */
final class Vectors {

    private Vectors() {}

    /** Scales a vector to unit length in place and returns the length that it had; a zero vector stays. */
    static double normalise(float[] vector) {
        double sum = 0;
        for (float one : vector) {
            sum += (double) one * one;
        }
        double length = Math.sqrt(sum);
        float scale = length == 0 ? 0 : (float) (1 / length);
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return length;
    }
}
