/** The name by which a real JForum is recognised, worn by our fixture forum. */
@NullMarked
package net.jforum;

import org.jspecify.annotations.NullMarked;
