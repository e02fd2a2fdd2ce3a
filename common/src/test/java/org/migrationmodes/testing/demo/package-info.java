/** A website, a wiki and a forum that move house: {@link org.migrationmodes.testing.demo.Demo} runs all three. */
package org.migrationmodes.testing.demo;
