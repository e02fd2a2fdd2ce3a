package org.migrationmodes.testing;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Makes of a class for {@code jakarta.servlet} one for {@code javax.servlet}, as the build's shade plugin does with the
 * same library: in names, descriptors and texts.
 */
final class JavaxClasses {
    private JavaxClasses() {}

    static byte[] rewrite(byte[] jakarta) {
        ClassWriter javax = new ClassWriter(0);
        new ClassReader(jakarta).accept(new ClassRemapper(javax, new ServletNames()), 0);
        return javax.toByteArray();
    }

    private static final class ServletNames extends Remapper {
        ServletNames() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String internalName) {
            return internalName.replaceFirst("^jakarta/servlet/", "javax/servlet/");
        }

        @Override
        public Object mapValue(Object value) {
            return value instanceof String text
                    ? text.replaceFirst("^jakarta\\.servlet\\.", "javax.servlet.")
                    : super.mapValue(value);
        }
    }
}
