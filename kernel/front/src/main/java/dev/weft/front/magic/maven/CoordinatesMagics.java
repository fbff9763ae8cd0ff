package dev.weft.front.magic.maven;

import dev.weft.front.magic.Arguments;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicContext;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.MagicValue;
import dev.weft.front.magic.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Magics that add dependencies by name. */
final class CoordinatesMagics {

  private final DependencyLoader loader;

  CoordinatesMagics(DependencyLoader loader) {
    this.loader = loader;
  }

  Magic maven() {
    return Magic.named("maven", "addMavenDependency", "addMavenDependencies", "dependency")
        .summary("adds dependencies from Maven repositories, with all that they need")
        .parameter(
            Parameter.of(
                Parameter.Kind.OTHER,
                "GROUP:ARTIFACT[:TYPE[:CLASSIFIER]]:VERSION...",
                "what to add; a version may be a range, RELEASE or LATEST"))
        .parameter(Parameter.option("[--from ID]", "asks that repository only"))
        .parameter(Parameter.option("[--bom GROUP:ARTIFACT:VERSION]", "takes versions from a BOM"))
        .parameter(Parameter.option("[--exclude GROUP:ARTIFACT]", "leaves something out"))
        .parameter(Parameter.option("[--scope NAMES]", "compile, runtime, provided or test"))
        .parameter(Parameter.option("[--sources]", "fetches sources as well"))
        .parameter(Parameter.option("[--javadoc]", "fetches Javadoc as well"))
        .parameter(Parameter.option("[--tree]", "shows who asked for what"))
        .parameter(Parameter.option("[--table]", "shows what was added"))
        .parameter(Parameter.option("[--update]", "asks again for snapshots and new versions"))
        .parameter(Parameter.option("[--offline]", "makes do with what was downloaded before"))
        .parameter(Parameter.option("[--verbose]", "says all that there is to say"))
        .line((arguments, context) -> add(MavenArguments.parse(arguments.words()), context))
        .build();
  }

  Magic deps() {
    return Magic.named("//DEPS")
        .summary("adds dependencies, as a JBang script does")
        .parameter(
            Parameter.of(Parameter.Kind.OTHER, "GROUP:ARTIFACT:VERSION[@pom]...", "what to add"))
        .line((arguments, context) -> add(MavenArguments.parse(jbang(arguments)), context))
        .build();
  }

  /** Reads a JBang line, in which commas separate and {@code @pom} marks a BOM. */
  private static List<String> jbang(Arguments arguments) {
    List<String> words = new ArrayList<>();
    for (String word : arguments.text().split("[\\s,;]+", -1)) {
      if (word.endsWith("@pom")) {
        words.add("--bom");
        words.add(word.substring(0, word.length() - "@pom".length()));
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private MagicValue add(MavenArguments arguments, MagicContext context) throws MagicException {
    ResolveRequest request = arguments.request();
    if (request.roots().isEmpty() && request.boms().isEmpty()) {
      throw new MagicException(
          "Write what to add: %maven GROUP:ARTIFACT:VERSION, as com.google.guava:guava:33.4.8-jre");
    }
    boolean shows = arguments.wantsTable() || arguments.wantsTree();
    if (!shows && loader.dependencies().isSatisfied(request)) {
      return MagicValue.texts(List.of());
    }
    Resolution found =
        DependencyLoader.fetch(
            context, transfers -> loader.dependencies().resolve(request, transfers));
    MagicValue added = loader.load(request, found, context);
    show(arguments, found, context);
    return added;
  }

  private static void show(MavenArguments arguments, Resolution found, MagicContext context) {
    if (arguments.wantsTree()) {
      context.output().print(DependencyReport.tree(found.tree()));
    }
    if (arguments.wantsTable()) {
      context.output().display(DependencyReport.table(found.artifacts()));
    }
    if (arguments.isVerbose()) {
      found.conflicts().stream()
          .filter(each -> !DependencyReport.isDowngrade(each))
          .forEach(each -> context.output().println(DependencyReport.of(each)));
    }
    found
        .attachments()
        .forEach(each -> context.output().println(each.scope() + ": " + each.file()));
  }
}
