package org.drover.wps.web.ogcapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class HtmlPageTest {

  private static String page(String json) {
    JsonObject document = Json.createReader(new StringReader(json)).readObject();
    return new String(HtmlPage.write("A & B", document), StandardCharsets.UTF_8);
  }

  @Test
  void membersAreTermsAndLinksAreAnchors() {
    String page =
        page(
            "{\"id\":\"x\",\"n\":5,\"links\":[{\"href\":\"http://h/?a=1&b=2\",\"rel\":\"self\","
                + "\"title\":\"T\"}],\"crs\":\"http://h/crs\"}");

    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"en-US\">", "<h1>A &amp; B</h1>", "<dt>id</dt>", "<dd>5</dd>")
        .contains("<a href=\"http://h/?a=1&amp;b=2\">T</a>, rel self")
        .contains("<a href=\"http://h/crs\">http://h/crs</a>");
  }

  @Test
  void nothingOfAClientsWordsIsMarkup() {
    String page =
        page(
            "{\"<script>\":\"<img onerror=x>\",\"l\":{\"href\":\"javascript:alert(1)\"},"
                + "\"m\":{\"href\":\"http://h/\\\"onclick=\\\"x\"}}");

    assertThat(page).doesNotContain("<script", "<img", "<a href=\"javascript", "\"onclick");
  }
}
