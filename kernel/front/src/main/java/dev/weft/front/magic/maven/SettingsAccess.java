package dev.weft.front.magic.maven;

import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.AuthenticationSelector;
import org.eclipse.aether.repository.MirrorSelector;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.ConservativeAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.eclipse.aether.util.repository.JreProxySelector;

/** How repositories are reached, as the settings say: instead of what, through what, as whom. */
final class SettingsAccess {

  /**
   * The JDK refuses a password to a proxy for https unless that list, which names Basic, is empty.
   */
  private static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";

  private final Settings settings;

  SettingsAccess(Settings settings) {
    this.settings = settings;
  }

  MirrorSelector mirrors() {
    DefaultMirrorSelector selector = new DefaultMirrorSelector();
    for (Mirror mirror : settings.getMirrors()) {
      selector.add(
          mirror.getId(),
          mirror.getUrl(),
          mirror.getLayout(),
          false,
          mirror.isBlocked(),
          mirror.getMirrorOf(),
          mirror.getMirrorOfLayouts());
    }
    return selector;
  }

  /** Returns the proxies of the settings, or where these have none, of the JVM's properties. */
  ProxySelector proxies() {
    DefaultProxySelector selector = new DefaultProxySelector();
    boolean any = false;
    for (Proxy proxy : settings.getProxies()) {
      if (proxy.isActive()) {
        any = true;
        selector.add(
            new org.eclipse.aether.repository.Proxy(
                proxy.getProtocol(), proxy.getHost(), proxy.getPort(), authentication(proxy)),
            proxy.getNonProxyHosts());
      }
    }
    return any ? selector : new JreProxySelector();
  }

  private static Authentication authentication(Proxy proxy) {
    if (proxy.getUsername() != null && System.getProperty(TUNNELING) == null) {
      System.setProperty(TUNNELING, "");
    }
    return new AuthenticationBuilder()
        .addUsername(proxy.getUsername())
        .addPassword(proxy.getPassword())
        .build();
  }

  AuthenticationSelector servers() {
    DefaultAuthenticationSelector selector = new DefaultAuthenticationSelector();
    for (Server server : settings.getServers()) {
      selector.add(
          server.getId(),
          new AuthenticationBuilder()
              .addUsername(server.getUsername())
              .addPassword(server.getPassword())
              .addPrivateKey(server.getPrivateKey(), server.getPassphrase())
              .build());
    }
    return new ConservativeAuthenticationSelector(selector);
  }
}
