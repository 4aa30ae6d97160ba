-- Up Migration
-- One row a charge. No card number, e-mail or session id is kept: `fingerprint` only tells whether
-- a key came again with the same request, `session` is a hash.
create table charges (
  id uuid primary key,
  order_id uuid not null unique,
  idempotency_key text not null unique,
  fingerprint text not null,
  session text not null,
  amount integer not null check (amount > 0),
  currency char(3) not null,
  lines jsonb not null,
  state text not null check (state in ('pending', 'succeeded', 'declined', 'failed')),
  reason text,
  provider_reference text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((state = 'succeeded') = (provider_reference is not null))
);

create index charges_pending on charges (updated_at) where state = 'pending';
