package io.octroi.notifier.delivery;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Which channel does which action. */
final class Channels {
  private final Map<DeliveryAction, Channel> byAction = new EnumMap<>(DeliveryAction.class);

  /**
   * @throws IllegalStateException unless each action is done by exactly one channel
   */
  Channels(Collection<? extends Channel> channels) {
    for (Channel channel : channels) {
      for (DeliveryAction action : channel.actions()) {
        if (byAction.put(action, channel) != null) {
          throw new IllegalStateException("two channels do " + action.wireName());
        }
      }
    }
    for (DeliveryAction action : DeliveryAction.values()) {
      of(action);
    }
  }

  Channel of(DeliveryAction action) {
    Channel channel = byAction.get(action);
    if (channel == null) {
      throw new IllegalStateException("no channel does " + action.wireName());
    }
    return channel;
  }
}
