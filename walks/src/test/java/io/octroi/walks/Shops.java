package io.octroi.walks;

import java.util.List;

/** Every provider. */
final class Shops {
  static final List<Shop> ALL =
      List.of(
          new StripeShop(),
          new PayPalShop(),
          new HyperPayShop(),
          new WaveShop(),
          new CinetPayShop(),
          new FlutterwaveShop(),
          new PaystackShop(),
          new MtnMomoShop(),
          new OrangeMoneyShop());

  private Shops() {}
}
