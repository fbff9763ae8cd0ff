package dev.weft.front.jshell;

import dev.weft.front.magic.MagicException;
import java.util.List;
import java.util.Optional;

/** The tools in use; others take their place when the compiler needs other options. */
final class Workbench {

  private final CellTools.Setting setting;
  private CellTools tools;

  Workbench(Compiler compiler, CellTools.Setting setting) {
    this.setting = setting;
    tools = CellTools.of(compiler, setting);
  }

  CellTools tools() {
    return tools;
  }

  /**
   * Returns a compiler for code that runs in a JVM with these options; empty where the one in use
   * fits.
   *
   * @throws MagicException if the compiler can't be had with them
   */
  Optional<Compiler> compilerFor(List<String> jvmArguments) throws MagicException {
    CompilerSetup now = tools.compiler().setup();
    CompilerSetup wanted = now.withJvmArguments(jvmArguments);
    if (wanted.arguments().equals(now.arguments())) {
      return Optional.empty();
    }
    try {
      return Optional.of(tools.compiler().renewed(wanted));
    } catch (IllegalArgumentException e) {
      throw new MagicException(
          "The compiler does not take these options, so all is as before: " + e.getMessage());
    }
  }

  /**
   * Replaces the compiler, once a worker is there that has been told nothing yet.
   *
   * @return what was declared and does not compile any more
   */
  List<String> use(Compiler replacement) {
    CellTools before = tools;
    setting.view().renew();
    tools = CellTools.of(replacement, setting);
    List<String> refused = Redeclaration.of(before, tools);
    before.compiler().shell().close();
    return refused;
  }
}
