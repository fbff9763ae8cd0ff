package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassNamesTest {

  private final ClassNames names = new ClassNames();

  @Test
  void aSnippetIsNamedAfterItsCell() {
    names.nameWrapper("REPL.$JShell$11", 3);
    names.nameWrapper("REPL.$JShell$12B", 3);
    assertEquals("Cell-3", names.translate("REPL.$JShell$11"));
    assertEquals("(LCell-3-2;)V", names.translate("(LREPL/$JShell$12B;)V"));
    assertEquals("Cell-3$1Local", names.translate("REPL/$JShell$11$1Local"));
    assertTrue(ClassNames.isWrapper("Cell-3-2"));
    assertFalse(ClassNames.isWrapper("Cell"));
    assertEquals("because \"s\" is null", ClassNames.plain("because \"Cell-3.s\" is null"));
  }

  @Test
  void aClassKeepsItsNameAndALaterOneGetsAVersion() {
    names.nameWrapper("REPL.$JShell$11", 3);
    names.nameWrapper("REPL.$JShell$11B", 5);
    assertEquals("LPoint$In<TT;>;", names.translate("LREPL/$JShell$11$Point$In<TT;>;"));
    assertEquals("Point_v2", names.translate("REPL.$JShell$11B$Point"));
    assertEquals("Point", names.translate("REPL.$JShell$11$Point"));
    assertEquals(Optional.of("Cell [5]"), names.declaredBy("Point_v2"));
    assertEquals(Optional.empty(), names.declaredBy("java.lang.String"));
  }
}
