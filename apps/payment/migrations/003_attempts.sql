-- Up Migration
-- What is known of the attempts at a charge, when the provider is asked for it next, and which cart
-- it pays. Times are those of this server, the one clock that all instances share.
alter table charges
  -- Null for charges from before this column. A cart's id is random and tells nothing of its owner.
  add column cart text,
  -- How many attempts were begun, and the numbers of those that may still reach the provider.
  add column attempts integer not null default 1,
  add column open_attempts integer[] not null default '{1}',
  add column attempted_at timestamptz not null default now(),
  -- How often reconciliation has asked since the last attempt, and when it asks again; null is never.
  add column checks integer not null default 0,
  add column next_check_at timestamptz default now() + interval '25 seconds',
  -- It succeeded after it had ended otherwise.
  add column late boolean not null default false,
  -- It succeeded beside another charge of the same cart, and should be refunded.
  add column duplicate boolean not null default false;

update charges set
  attempted_at = updated_at,
  open_attempts = case state when 'pending' then '{1}'::integer[] else '{}' end,
  next_check_at = case state when 'pending' then updated_at + interval '25 seconds' end;

drop index charges_pending;
create index charges_to_check on charges (next_check_at) where next_check_at is not null;
create index charges_pending on charges (created_at) where state = 'pending';

-- A cart has one open charge, and is paid once.
create unique index charges_of_cart on charges (cart)
  where state in ('pending', 'succeeded') and not duplicate;
