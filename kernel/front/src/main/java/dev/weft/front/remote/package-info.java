/** The worker JVM as the front sees it: started, spoken to, replaced when it ends. */
@NullMarked
package dev.weft.front.remote;

import org.jspecify.annotations.NullMarked;
