package dev.weft.front.server;

import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {

  @Test
  void forgetsTheOldestAndTakesItForTheNewest() {
    Origins origins = new Origins(2);
    assertSame(Origin.NONE, origins.of(1));
    Origin first = add(origins, 1);
    Origin second = add(origins, 2);
    assertSame(first, origins.of(1));
    Origin third = add(origins, 3);
    assertSame(third, origins.of(1));
    assertSame(second, origins.of(2));
  }

  private static Origin add(Origins origins, long cell) {
    Origin origin = new Origin(new JsonObject(), List.of());
    origins.add(cell, origin);
    return origin;
  }
}
