package dev.dwx.dsl.stopping;

import dev.dwx.dsl.GroovyEvaluator;
import java.util.List;
import java.util.Set;

/**
 * Whether a thread may be ended where it stands: it computes, or waits, in the user's own work and in the libraries that compute for
 * it. Inside dwx, in a call, while a file is written or a class is loaded, it may not: something would be left half done there. What
 * has called the user's code does not matter: an error can come out of that at any time, and is seen to.
 */
final class Stoppable {
    private static final List<String> COMPUTING = List.of("java.lang.", "java.util.", "java.math.", "java.text.", "java.time.",
            "jdk.internal.misc.Unsafe", "jdk.internal.math.", "jdk.internal.util.", "jdk.internal.reflect.", "groovy.",
            "org.codehaus.groovy.runtime.", "org.codehaus.groovy.reflection.", "org.apache.groovy.");
    /** What calls methods for Groovy, and remembers nothing. */
    private static final List<String> CALLING = List.of("org.codehaus.groovy.reflection.CachedMethod",
            "org.codehaus.groovy.reflection.GeneratedMetaMethod", "org.codehaus.groovy.reflection.ParameterTypes",
            "org.codehaus.groovy.reflection.stdclasses.");
    private static final List<String> LEFT_ALONE = List.of("java.lang.ClassLoader", "java.lang.ClassValue",
            "java.lang.invoke.MethodHandleNatives", "java.lang.invoke.MethodHandles$Lookup", "java.lang.invoke.MethodType",
            "java.lang.invoke.LambdaFormEditor", "java.lang.invoke.InvokerBytecodeGenerator", "java.lang.invoke.ClassSpecializer",
            "java.lang.reflect.Proxy", "java.lang.ref.", "java.lang.Shutdown", "java.lang.System$Logger", "java.util.ServiceLoader",
            "java.util.ResourceBundle",
            "java.util.zip.", "java.util.jar.", "java.util.logging.", "java.io.", "java.net.", "java.nio.", "javax.", "sun.", "com.", "okhttp3.",
            "okio.", "kotlin.", "org.jline.", "org.codehaus.groovy.control.", "org.codehaus.groovy.classgen.", "org.codehaus.groovy.reflection.",
            "org.codehaus.groovy.util.", "groovy.lang.Binding", "groovy.lang.ExpandoMetaClass", "groovy.lang.GroovyClassLoader",
            "groovy.lang.MetaClassRegistry",
            "org.codehaus.groovy.runtime.metaclass.MetaClassRegistryImpl", "org.codehaus.groovy.vmplugin.v8.CacheableCallSite");
    private static final Set<String> METHODS = Set.of("<clinit>", "loadClass", "defineClass", "initialize", "linkCallSite");
    private static final String INTERRUPTION = "dev.dwx.dsl.Interruption";

    private Stoppable() {
    }

    /**
     * @param stack of the thread, the innermost frame first
     */
    static boolean is(StackTraceElement[] stack) {
        for (int i = 0; i < stack.length; i++) {
            String type = stack[i].getClassName();
            String file = stack[i].getFileName();
            if (file != null && file.startsWith(GroovyEvaluator.SOURCE)) {
                return true;
            }
            if (i == 0 && !startsWith(type, COMPUTING) && !type.equals(INTERRUPTION)) {
                return false;
            }
            boolean own = type.startsWith("dev.dwx.") && !type.equals(INTERRUPTION);
            if (own || METHODS.contains(stack[i].getMethodName()) || startsWith(type, LEFT_ALONE) && !startsWith(type, CALLING)) {
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
