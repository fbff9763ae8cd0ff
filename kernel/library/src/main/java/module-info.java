/** What a notebook's own code uses: display, and helpers for threads and processes. */
module dev.weft {
  requires static java.instrument;
  requires static java.management;
  requires static jdk.jfr;
  requires static jdk.management;
  requires static org.jspecify;

  exports dev.weft.channel;
  exports dev.weft.chart;
  exports dev.weft.comm;
  exports dev.weft.deadlock;
  exports dev.weft.display;
  exports dev.weft.explore;
  exports dev.weft.gil;
  exports dev.weft.input;
  exports dev.weft.magic;
  exports dev.weft.manager;
  exports dev.weft.memory;
  exports dev.weft.process;
  exports dev.weft.sync;
  exports dev.weft.thread;
  exports dev.weft.timeline;
  exports dev.weft.timing;
  exports dev.weft.widget;

  uses dev.weft.magic.NotebookExtension;
}
