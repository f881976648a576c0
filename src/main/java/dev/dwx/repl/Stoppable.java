package dev.dwx.repl;

import java.util.List;
import java.util.Set;

/**
 * Whether a thread may be ended where it stands: it computes, or waits, in the user's own work and in the libraries that compute for
 * it. Inside dwx, in a call, while a file is written or a class is loaded, it may not: something would be left half done there.
 */
final class Stoppable {
    private static final String EVALUATOR = "dev.dwx.dsl.GroovyEvaluator";
    private static final List<String> COMPUTING = List.of("java.lang.", "java.util.", "java.math.", "java.text.", "java.time.",
            "jdk.internal.misc.Unsafe", "jdk.internal.math.", "jdk.internal.util.", "groovy.", "org.codehaus.groovy.runtime.",
            "org.apache.groovy.");
    private static final List<String> LEFT_ALONE = List.of("java.lang.ClassLoader", "java.lang.invoke.MethodHandleNatives",
            "java.lang.invoke.MethodHandles$Lookup",
            "java.lang.reflect.Proxy", "java.lang.ref.", "java.lang.Shutdown", "java.lang.System$Logger", "java.util.ServiceLoader",
            "java.util.ResourceBundle",
            "java.util.zip.", "java.util.jar.", "java.util.logging.", "java.io.", "java.net.", "java.nio.", "javax.", "sun.", "com.", "okhttp3.",
            "okio.", "kotlin.", "org.jline.", "org.codehaus.groovy.control.", "org.codehaus.groovy.classgen.", "org.codehaus.groovy.reflection.",
            "org.codehaus.groovy.util.", "groovy.lang.GroovyClassLoader", "groovy.lang.MetaClassRegistry",
            "org.codehaus.groovy.runtime.metaclass.MetaClassRegistryImpl");
    private static final Set<String> METHODS = Set.of("<clinit>", "loadClass", "defineClass", "initialize", "linkCallSite");

    private Stoppable() {
    }

    /** @param stack of the thread, the innermost frame first */
    static boolean is(StackTraceElement[] stack) {
        for (int i = 0; i < stack.length; i++) {
            String type = stack[i].getClassName();
            if (type.equals(EVALUATOR)) {
                return i > 0;
            }
            if (i == 0 && type.indexOf('.') > 0 && !startsWith(type, COMPUTING)) {
                return false;
            }
            boolean own = type.startsWith("dev.dwx.") && !type.equals("dev.dwx.dsl.Interruption");
            if (own || startsWith(type, LEFT_ALONE) || METHODS.contains(stack[i].getMethodName())) {
                return false;
            }
        }
        return false;
    }

    private static boolean startsWith(String type, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (type.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
