package org.gapwatch.alerts.console;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Lets browsers keep the page's files, but ask each time whether they have changed: modules of two releases do not go
 * together, and no address tells a release. A file is known by its content. Its time would not do: it is older, and so
 * "not modified", where an upgrade was rolled back.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleCaching {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> contentTags() {
        var filter = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns("/index.html", "/console/*", "/webjars/*");
        // A request for / is forwarded to the first of them.
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD);
        return filter;
    }
}
