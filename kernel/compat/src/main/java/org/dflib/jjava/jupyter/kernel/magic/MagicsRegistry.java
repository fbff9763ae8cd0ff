package org.dflib.jjava.jupyter.kernel.magic;

import dev.weft.magic.UserMagics;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.jspecify.annotations.Nullable;

/** The magics of the notebook; any thread may call. */
public final class MagicsRegistry {

  private static final String SUMMARY = "added by this notebook";

  private final BaseKernel owner;

  /** Notebooks get the kernel's. */
  public MagicsRegistry(BaseKernel owner) {
    this.owner = owner;
  }

  /** Adds a line magic; returns this. */
  @SuppressWarnings("unchecked") // there is one kernel, which is of every type that is asked for
  public MagicsRegistry registerLineMagic(String name, LineMagic<?, ?> magic) {
    LineMagic<?, BaseKernel> known = (LineMagic<?, BaseKernel>) magic;
    UserMagics.line(name, SUMMARY, args -> known.eval(owner, args));
    return this;
  }

  /** Adds a cell magic; returns this. */
  @SuppressWarnings("unchecked") // there is one kernel, which is of every type that is asked for
  public MagicsRegistry registerCellMagic(String name, CellMagic<?, ?> magic) {
    CellMagic<?, BaseKernel> known = (CellMagic<?, BaseKernel>) magic;
    UserMagics.cell(name, SUMMARY, (args, body) -> known.eval(owner, args, body));
    return this;
  }

  /** Carries out a line magic and returns its value. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
  public <T extends @Nullable Object> T evalLineMagic(
      BaseKernel kernel, String name, List<String> args) {
    return dev.weft.magic.Magics.lineMagic(name, args);
  }

  /** Carries out a cell magic and returns its value. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
  public <T extends @Nullable Object> T evalCellMagic(
      BaseKernel kernel, String name, List<String> args, String body) {
    return dev.weft.magic.Magics.cellMagic(name, args, body);
  }
}
