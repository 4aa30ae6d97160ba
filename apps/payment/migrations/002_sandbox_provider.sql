-- Up Migration
-- The sandbox provider's own record, used when no real provider is configured. It has a schema to
-- itself, as it stands for another company's database: the ledger never reads it.
create schema sandbox_provider;

create table sandbox_provider.charges (
  id text primary key,
  idempotency_key text not null unique,
  amount integer not null,
  currency char(3) not null,
  card_last4 char(4) not null,
  decline_code text,
  created_at timestamptz not null default now()
);
