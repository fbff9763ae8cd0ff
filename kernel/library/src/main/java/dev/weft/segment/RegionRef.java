package dev.weft.segment;

import java.io.Serializable;

/**
 * Where a region is, for other processes.
 *
 * @param name what it is, for people
 * @param file the path of its file
 * @param offset in bytes, in the file
 * @param size in bytes
 */
public record RegionRef(String name, String file, long offset, long size) implements Serializable {}
