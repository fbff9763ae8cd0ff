/** Dependencies of a notebook: found by Maven Resolver, as Maven itself would find them. */
@NullMarked
package dev.weft.front.magic.maven;

import org.jspecify.annotations.NullMarked;
