-- A notification of Orange Money names its order by nothing but a token.
create index orders_token on orders (provider, left(notif_token_sha256, 32))
    where notif_token_sha256 <> '';
