package io.github.spencerpark.jupyter.kernel.magic.registry;

import dev.weft.magic.UserMagics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The magics of the notebook; any thread may call. */
public class Magics {

  private static final String SUMMARY = "added by this notebook";

  /** Notebooks get the kernel's. */
  public Magics() {}

  /** Adds a line magic. */
  public void registerLineMagic(String name, LineMagicFunction<?> magic) {
    UserMagics.line(name, SUMMARY, magic::execute);
  }

  /** Adds a cell magic. */
  public void registerCellMagic(String name, CellMagicFunction<?> magic) {
    UserMagics.cell(name, SUMMARY, magic::execute);
  }

  /** Adds a magic that has both forms. */
  public <T extends LineMagicFunction<?> & CellMagicFunction<?>> void registerLineCellMagic(
      String name, T magic) {
    registerLineMagic(name, magic);
    registerCellMagic(name, magic);
  }

  /** Adds what the marked methods of an object do. */
  public void registerMagics(Object magics) {
    MarkedMethods.of(magics.getClass(), magics).forEach(each -> each.addTo(this));
  }

  /** Adds what the marked static methods of a class do. */
  public void registerMagics(Class<?> magicsClass) {
    MarkedMethods.of(magicsClass, null).forEach(each -> each.addTo(this));
  }

  /** Carries out a line magic and returns its value. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
  public <T extends @Nullable Object> T applyLineMagic(String name, List<String> args) {
    return dev.weft.magic.Magics.lineMagic(name, args);
  }

  /** Carries out a cell magic and returns its value. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
  public <T extends @Nullable Object> T applyCellMagic(
      String name, List<String> args, String body) {
    return dev.weft.magic.Magics.cellMagic(name, args, body);
  }
}
