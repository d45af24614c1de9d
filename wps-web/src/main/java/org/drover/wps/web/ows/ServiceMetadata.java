package org.drover.wps.web.ows;

import java.util.Arrays;
import java.util.List;
import org.drover.wps.config.Setting;

/** What the service says of itself and of who runs it. Empty texts are left out. */
public record ServiceMetadata(
    String title,
    String summary,
    List<String> keywords,
    String fees,
    String accessConstraints,
    String providerName,
    String providerSite,
    String contactName,
    String contactMail) {

  private static final Setting<String> TITLE = Setting.text("drover.service.title", "Drover");
  private static final Setting<String> SUMMARY =
      Setting.text(
          "drover.service.abstract",
          "Geoprocessing over the web: processes that run at once or as jobs that are never lost.");
  private static final Setting<String> KEYWORDS =
      Setting.text("drover.service.keywords", "WPS, geoprocessing");
  private static final Setting<String> FEES = Setting.text("drover.service.fees", "NONE");
  private static final Setting<String> ACCESS =
      Setting.text("drover.service.access-constraints", "NONE");
  private static final Setting<String> PROVIDER =
      Setting.text("drover.provider.name", "Drover operator");
  private static final Setting<String> SITE = Setting.text("drover.provider.site", "");
  private static final Setting<String> CONTACT = Setting.text("drover.provider.contact", "");
  private static final Setting<String> MAIL = Setting.text("drover.provider.mail", "");

  public ServiceMetadata {
    keywords = List.copyOf(keywords);
  }

  public static ServiceMetadata fromSettings() {
    return new ServiceMetadata(
        TITLE.get(),
        SUMMARY.get(),
        Arrays.stream(KEYWORDS.get().split(",", -1)).map(String::trim).toList(),
        FEES.get(),
        ACCESS.get(),
        PROVIDER.get(),
        SITE.get(),
        CONTACT.get(),
        MAIL.get());
  }
}
