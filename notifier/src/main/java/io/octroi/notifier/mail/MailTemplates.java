package io.octroi.notifier.mail;

import io.octroi.notifier.wording.Letter;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Gives letters their form. What is escaped, and how, is up to the template's kind. */
final class MailTemplates {
  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  MailTemplates() {
    engine.addTemplateResolver(resolver(TemplateMode.HTML, "*.html"));
    engine.addTemplateResolver(resolver(TemplateMode.TEXT, "*.txt"));
  }

  MailBody render(Letter letter) {
    Context context = new Context(letter.locale(), Map.of("letter", letter));
    return new MailBody(
        engine.process("letter.txt", context), engine.process("letter.html", context));
  }

  private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String names) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
    resolver.setPrefix("templates/mail/");
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    resolver.getResolvablePatternSpec().addPattern(names);
    return resolver;
  }
}
