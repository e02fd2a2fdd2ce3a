package org.migrationmodes.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that starts a real nginx. It is skipped where there is none, but fails where the environment has {@code CI=true}:
 * nobody reads there what was skipped.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NginxCondition.class)
public @interface NeedsNginx {}
