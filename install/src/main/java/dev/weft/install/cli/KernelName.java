package dev.weft.install.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Accepts the kernel names that Jupyter accepts, in lower case as Jupyter compares them. */
final class KernelName implements ITypeConverter<String> {
  @Override
  public String convert(String value) {
    String name = value.toLowerCase(Locale.ROOT);
    if (!name.matches("[a-z0-9._-]+") || name.matches("\\.+")) {
      throw new TypeConversionException(
          "'" + value + "' is no kernel name: use letters, digits, '.', '_' and '-' only");
    }
    return name;
  }
}
