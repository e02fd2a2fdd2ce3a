/**
 * What is answered under {@code <context>/.migration/}.
 */
@NullMarked
package org.migrationmodes.admin;

import org.jspecify.annotations.NullMarked;
