package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplyQueueTest {
  private final List<Integer> sent = new ArrayList<>();

  @Test
  void sendsInTheOrderOfTheQuestions() {
    try (ReplyQueue<Integer> replies = new ReplyQueue<>(sent::add)) {
      for (int i = 0; i < 100; i++) {
        int question = i;
        replies.add(() -> slowly(question));
      }
      assertThat(replies.send(90)).isTrue();
      assertThat(sent).hasSize(10);
      replies.send(0);
    }
    assertThat(sent).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void sendsNothingMoreWhenNobodyListens() {
    try (ReplyQueue<Integer> replies = new ReplyQueue<>(reply -> sent.add(reply) && reply < 2)) {
      for (int i = 0; i < 5; i++) {
        int question = i;
        replies.add(() -> question);
      }
      assertThat(replies.send(0)).isFalse();
    }
    assertThat(sent).containsExactly(0, 1, 2);
  }

  @Test
  void failsAsAQuestionDid() {
    try (ReplyQueue<Integer> replies = new ReplyQueue<>(sent::add)) {
      replies.add(
          () -> {
            throw new IllegalArgumentException("no answer");
          });
      assertThatThrownBy(() -> replies.send(0)).hasMessage("no answer");
    }
  }

  @Test
  void waitsForNoReplyThatIsNotWanted() {
    CountDownLatch never = new CountDownLatch(1);
    try (ReplyQueue<Integer> replies = new ReplyQueue<>(sent::add)) {
      replies.add(
          () -> {
            never.await();
            return 1;
          });
      assertThat(replies.send(1)).isTrue();
    }
    assertThat(sent).isEmpty();
  }

  /// Later questions are the faster ones.
  private static int slowly(int question) throws InterruptedException {
    Thread.sleep(question < 4 ? 20 : 0);
    return question;
  }
}
