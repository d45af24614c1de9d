package org.drover.wps.bench.figures;

import java.io.IOException;
import java.util.List;
import org.drover.wps.bench.load.Target;

/** Documents that change only with the catalogue, against a servlet that sends constant bytes. */
public final class DocumentFigures {

  private static final double TARGET = 0.7;
  private static final String CAPABILITIES = "/wps?service=WPS&request=GetCapabilities";
  private static final String DESCRIBE =
      "/wps?service=WPS&version=1.0.0&request=DescribeProcess&identifier=buffer";

  private final Bench bench;

  public DocumentFigures(Bench bench) {
    this.bench = bench;
  }

  public void measure() throws IOException {
    bench.report().group("Cacheable documents (bare: a servlet with a constant body of that size)");
    measure("GetCapabilities", CAPABILITIES, "wps:Capabilities");
    measure("DescribeProcess", DESCRIBE, "ProcessDescription");
  }

  private void measure(String name, String path, String sign) throws IOException {
    int length = bench.server().http().get(path).length;
    Target drover = bench.target(name, List.of(Requests.get(path)), sign);
    Target bare =
        bench.target("bare", List.of(Requests.get("/w/constant?bytes=" + length)), "xxxx");
    bench.warmUp(List.of(drover, bare));
    bench.report().note(name + ", " + length + " bytes");
    for (int connections : List.of(1, 8, 64)) {
      tell(connections, drover, bare);
    }
  }

  private void tell(int connections, Target drover, Target bare) throws IOException {
    Comparison rounds = bench.compare(List.of(drover, bare), connections);
    bench
        .report()
        .ratio(
            drover.name() + ", " + connections + " connections",
            rounds.perSecond(drover),
            "req/s",
            new Report.Reference(
                "bare", rounds.perSecond(bare), rounds.ratio(drover, bare), TARGET));
    bench.report().note(Details.of(rounds, drover));
    bench.report().note(Details.of(rounds, bare));
    bench.report().note(Details.machine(rounds));
  }
}
