package dev.weft.install.clients;

import dev.weft.testkit.environment.MissingToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One JupyterLab and one browser for all tests; pictures stay in target/screenshots. */
final class Lab implements AutoCloseable {
  private static final Path SAMPLE = Jupyter.resource("/clients/sample.ipynb");

  private final Path folder;
  private final Path screenshots;
  private final LabServer server;
  private final LabBrowser browser;

  private Lab(Path folder, Path screenshots, LabServer server, LabBrowser browser) {
    this.folder = folder;
    this.screenshots = screenshots;
    this.server = server;
    this.browser = browser;
  }

  static Lab start(Jupyter jupyter) throws IOException, MissingToolException {
    Path screenshots =
        Files.createDirectories(Jupyter.root().resolve("install/target/screenshots"));
    Path folder = Files.createTempDirectory("weft-lab").toRealPath();
    LabServer server = LabServer.start(jupyter, folder, screenshots.resolveSibling("lab.log"));
    try {
      return new Lab(folder, screenshots, server, LabBrowser.open());
    } catch (MissingToolException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Opens a copy of the sample notebook, which also names the picture. */
  LabPage open(String name) throws IOException {
    return open(SAMPLE, name);
  }

  /** Opens a copy of a notebook. */
  LabPage open(Path notebook, String name) throws IOException {
    Files.copy(notebook, folder.resolve(name + ".ipynb"));
    LabPage page = new LabPage(browser.browser().newPage(), screenshots.resolve(name + ".png"));
    return page.open(server.address(name + ".ipynb"));
  }

  @Override
  public void close() throws IOException {
    browser.close();
    server.close();
    Folders.delete(folder);
  }
}
