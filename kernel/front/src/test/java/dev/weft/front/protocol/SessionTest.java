package dev.weft.front.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SessionTest {

  @Test
  void namesEachMessageOnce() {
    Session session = new Session();
    Header first = session.header("status");
    assertNotEquals(first.messageId(), session.header("status").messageId());
    assertNotEquals(session.id(), new Session().id());
    assertEquals(session.id(), first.session());
    assertEquals("5.5", first.version());
  }

  @Test
  void datesMessagesNow() {
    Instant date = Instant.parse(new Session().header("status").date());
    Duration age = Duration.between(date, Instant.now()).abs();
    Assertions.assertTrue(age.compareTo(Duration.ofMinutes(1)) < 0, date.toString());
  }

  @Test
  void writesDatesWithMicroseconds() {
    assertEquals(
        "2026-01-02T03:04:05.000060Z",
        Timestamp.of(Instant.parse("2026-01-02T03:04:05.000060789Z")));
    assertEquals("1970-01-01T00:00:00.000000Z", Timestamp.of(Instant.EPOCH));
  }
}
