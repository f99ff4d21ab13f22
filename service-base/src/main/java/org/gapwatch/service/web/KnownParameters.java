package org.gapwatch.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the method called does not declare by {@link RequestParam}, and ones given twice: a filter
 * that is misspelt must not look like one that matched everything.
 */
class KnownParameters implements HandlerInterceptor {

    private static final String OURS = "org.gapwatch.";

    private final Map<Object, SortedSet<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !method.getBeanType().getName().startsWith(OURS)) {
            return true;
        }
        var declared = known.computeIfAbsent(method.getMethod(), _ -> declared(method));
        request.getParameterMap().forEach((name, values) -> {
            if (!declared.contains(name)) {
                throw Problems.badParameter(name, "There is no parameter \"%s\" here. %s".formatted(name,
                        declared.isEmpty() ? "There are none." : "There are: " + String.join(", ", declared) + "."));
            }
            if (values.length > 1 && !takesSeveral(method, name)) {
                throw Problems.badParameter(name, name + " is given more than once. Give it once.");
            }
        });
        return true;
    }

    private static SortedSet<String> declared(HandlerMethod method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.add(name(parameter));
            }
        }
        return names;
    }

    private static boolean takesSeveral(HandlerMethod method, String name) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(parameter -> name(parameter).equals(name))
                .anyMatch(parameter -> Collection.class.isAssignableFrom(parameter.getParameterType()));
    }

    private static String name(MethodParameter parameter) {
        var declared = parameter.getParameterAnnotation(RequestParam.class);
        return declared == null || declared.value().isEmpty() ? parameter.getParameter().getName() : declared.value();
    }
}
