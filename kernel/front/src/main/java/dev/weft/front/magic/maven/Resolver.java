package dev.weft.front.magic.maven;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.transport.file.FileTransporterFactory;
import org.eclipse.aether.transport.jdk.JdkTransporterFactory;

/** Maven Resolver, which reads {@code file:} and, by the JDK's client, {@code http(s):}. */
final class Resolver extends RepositorySystemSupplier {

  @Override
  protected Map<String, TransporterFactory> createTransporterFactories() {
    Map<String, TransporterFactory> factories = new HashMap<>();
    factories.put(FileTransporterFactory.NAME, new FileTransporterFactory());
    factories.put(
        JdkTransporterFactory.NAME,
        new JdkTransporterFactory(getChecksumExtractor(), getPathProcessor()));
    return factories;
  }
}
