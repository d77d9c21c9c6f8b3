/** Embeds texts in process with an ONNX model. */
@NullMarked
package community.likeminds.agent.processors.docs.embedding;

import org.jspecify.annotations.NullMarked;
