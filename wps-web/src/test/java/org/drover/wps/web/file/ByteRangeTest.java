package org.drover.wps.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0, 4, bytes 0-3/10",
    "bytes=4-, 4, 6, bytes 4-9/10",
    "bytes=-3, 7, 3, bytes 7-9/10",
    "bytes=-30, 0, 10, bytes 0-9/10",
    "bytes=8-99, 8, 2, bytes 8-9/10",
    "bytes=10-, 10, 0, bytes */10",
    "bytes=-0, 10, 0, bytes */10"
  })
  void aRangeIsCutToTheFile(String header, long first, long count, String contentRange) {
    ByteRange range = ByteRange.of(header, 10).orElseThrow();
    assertThat(range).isEqualTo(new ByteRange(first, count));
    assertThat(range.contentRange(10)).isEqualTo(contentRange);
  }

  @ParameterizedTest
  @CsvSource({"bytes=-", "bytes=3-1", "'bytes=0-1,3-4'", "lines=0-3", "bytes=a-b", "''"})
  void otherHeadersAskForTheWhole(String header) {
    assertThat(ByteRange.of(header, 10)).isEmpty();
  }
}
