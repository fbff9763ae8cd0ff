package dev.weft.process.child;

import dev.weft.process.ship.Packer;
import dev.weft.process.ship.Unpacker;

/** The classes that tasks are run with, until one of them is replaced. */
final class Generation {

  final ShippedLoader loader;
  final Packer packer;
  final Unpacker unpacker;

  Generation(JarLoader jars, Requests requests) {
    loader = new ShippedLoader(jars, requests);
    packer = new Packer(loader);
    unpacker = new Unpacker(loader);
  }
}
