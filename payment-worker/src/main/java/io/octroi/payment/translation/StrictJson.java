package io.octroi.payment.translation;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON with no field twice, nothing after the end, exact numbers, and limits. */
final class StrictJson {
  private StrictJson() {}

  static JsonMapper mapper(int maxBodyBytes) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxDocumentLength(maxBodyBytes)
            .maxNestingDepth(64)
            .maxNumberLength(64)
            .maxNameLength(1024)
            .maxStringLength(maxBodyBytes)
            .build();
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }
}
