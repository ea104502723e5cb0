package io.octroi.runtime.secret;

import io.github.bucket4j.TimeMeter;
import io.octroi.runtime.log.LogKeys;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The sensitive settings of a service. Those that name a secret have their values from Secrets
 * Manager, and these never lie in Spring's environment; they are loaded again at an interval, and
 * at once after a refusal. While Secrets Manager is away the last known values stay in use.
 */
public final class SecretSettings implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SecretSettings.class);

  private final List<SettingsSecret> secrets;
  private final Map<Sensitive, SensitiveSetting> kept = new EnumMap<>(Sensitive.class);
  private final Secrets source;
  private final SecretSettingsProperties properties;
  private final boolean production;
  private final OutOfTurn<SettingsSecret> outOfTurn;
  private final List<Consumer<Sensitive>> failureListeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable ScheduledExecutorService timer;

  /**
   * @param secrets loaded already
   * @param production whether what has no secret must not have a value of its own instead
   */
  SecretSettings(
      List<SettingsSecret> secrets,
      Secrets source,
      SecretSettingsProperties properties,
      boolean production) {
    this.secrets = List.copyOf(secrets);
    this.source = source;
    this.properties = properties;
    this.production = production;
    this.outOfTurn =
        new OutOfTurn<>(
            properties.limits(),
            this::refresh,
            Thread::startVirtualThread,
            TimeMeter.SYSTEM_NANOTIME);
    for (SettingsSecret secret : secrets) {
      secret.settings().forEach(setting -> kept.put(setting, new Kept(setting, secret)));
    }
  }

  /**
   * The value of a setting: its secret's, if it names one.
   *
   * @param plain what is configured without a secret; empty for nothing
   */
  public SensitiveSetting setting(Sensitive setting, @Nullable String plain) {
    return kept.getOrDefault(setting, SensitiveSetting.fixed(plain == null ? "" : plain));
  }

  /**
   * The same for a setting whose default is good for trying only.
   *
   * @throws IllegalStateException in production, where it names no secret
   */
  public SensitiveSetting required(Sensitive setting, String plain) {
    if (production && !kept.containsKey(setting)) {
      throw new IllegalStateException(
          setting.property() + " has no secret: name one as " + setting.referenceProperty());
    }
    return setting(setting, plain);
  }

  /** Tells {@code listener} each setting whose value could not be loaded again. */
  public void onFailure(Consumer<Sensitive> listener) {
    failureListeners.add(listener);
  }

  /** The settings whose values Secrets Manager keeps. */
  public Set<Sensitive> kept() {
    return Collections.unmodifiableSet(kept.keySet());
  }

  private void refresh(SettingsSecret secret) {
    try {
      if (secret.refresh(source)) {
        LOG.atInfo()
            .addKeyValue(LogKeys.SECRET, secret.id())
            .addKeyValue(LogKeys.SETTINGS, names(secret))
            .log("Settings have new values from Secrets Manager");
      }
    } catch (RuntimeException e) {
      // Whatever it was, the schedule must live: the next attempt may succeed.
      failureListeners.forEach(listener -> secret.settings().forEach(listener));
      LOG.atWarn()
          .addKeyValue(LogKeys.SECRET, secret.id())
          .addKeyValue(LogKeys.SETTINGS, names(secret))
          .addKeyValue(LogKeys.ERROR, reason(e))
          .log("A secret could not be loaded again, the last known values stay in use");
    }
  }

  private static List<String> names(SettingsSecret secret) {
    return secret.settings().stream().map(Sensitive::property).toList();
  }

  private static String reason(RuntimeException e) {
    return e instanceof SecretUnavailableException known
        ? String.valueOf(known.getMessage())
        : e.getClass().getSimpleName();
  }

  @Override
  public void start() {
    if (secrets.isEmpty()) {
      return;
    }
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("secret-settings").daemon().factory());
    long pause = properties.refreshInterval().toMillis();
    var _ =
        started.scheduleWithFixedDelay(
            () -> secrets.forEach(this::refresh), pause, pause, TimeUnit.MILLISECONDS);
    timer = started;
  }

  @Override
  public void stop() {
    ScheduledExecutorService started = timer;
    if (started != null) {
      started.shutdownNow();
    }
    timer = null;
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }

  /** Names no value. */
  @Override
  public String toString() {
    return "SecretSettings" + kept.keySet();
  }

  /** A setting whose value is in a secret. */
  private final class Kept implements SensitiveSetting {
    private final Sensitive setting;
    private final SettingsSecret secret;

    Kept(Sensitive setting, SettingsSecret secret) {
      this.setting = setting;
      this.secret = secret;
    }

    @Override
    public String value() {
      return secret.value(setting);
    }

    @Override
    public boolean isOtherThan(String refused) {
      return !value().equals(refused) || (outOfTurn.awaitLoad(secret) && !value().equals(refused));
    }

    @Override
    public void refused(String refused) {
      if (value().equals(refused)) {
        var _ = outOfTurn.begin(secret);
      }
    }

    @Override
    public String toString() {
      return "SensitiveSetting[" + setting.property() + "]";
    }
  }
}
