package dev.weft.link;

/** Anything that crosses the link. */
public sealed interface Message permits Command, Event {}
