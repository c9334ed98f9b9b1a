import { sql } from '@payloadcms/db-postgres/drizzle'

/**
 * What changed, as `{"column": [before, after]}`. Of secrets only that they changed, and of what customers say of themselves as well, their name
 * and addresses, what a host keeps of them and what they call a device: the log outlives the account.
 */
const changes = sql`
  create or replace function license_manager_changes(kind text, was jsonb, becomes jsonb) returns jsonb
  language sql immutable as $fn$
    select coalesce(jsonb_object_agg(key, case
      when key ~ '(secret|token|password|hash|salt|private_key)'
          or kind = 'customer' and key not in ('avatar_id', 'client_id', 'confirmed_at', 'disabled_at', 'id', 'language',
            'totp_enabled_at', 'totp_last_step')
          or kind = 'activation' and key = 'name'
        then '[null, null]'::jsonb
      else jsonb_build_array(was -> key, becomes -> key) end), '{}'::jsonb)
    from jsonb_object_keys(becomes) as key
    where was -> key is distinct from becomes -> key
      and key not in ('updated_at', 'created_at', 'last_login', 'login_attempts', 'lock_until', 'last_seen_at',
        'code_key', 'session_epoch')
      and (kind <> 'activation' or key in ('is_active', 'is_valid', 'name', 'license_id', 'fingerprint'))
  $fn$`

/** A row for each address that is to hear of an event, which is the same event for all of them. */
const queueWebhook = sql`
  create or replace function license_manager_queue_webhook(event text, snapshot jsonb) returns void
  language plpgsql as $fn$
  declare
    event_id text := gen_random_uuid()::text;
    -- Rounded down: the column keeps milliseconds, and what is due must not be due later.
    moment timestamptz := date_trunc('milliseconds', clock_timestamp());
  begin
    insert into webhook_deliveries (event_type, event_id, occurred_at, next_attempt_at, url, snapshot)
    select event, event_id, moment, moment, t.text, snapshot
    from settings_texts t
    where t.path = 'webhookUrls' and t.text <> '' and (
      not exists (select 1 from settings_webhook_events)
      or exists (select 1 from settings_webhook_events e where e.value::text = event));
  end $fn$`

const log = sql`
  create or replace function license_manager_log() returns trigger
  language plpgsql as $fn$
  declare
    kind text := tg_argv[0];
    was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
    becomes jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
    subject jsonb := coalesce(becomes, was);
    actor jsonb := nullif(current_setting('license_manager.actor', true), '')::jsonb;
    lists jsonb := nullif(current_setting('license_manager.lists', true), '')::jsonb;
    list_key text := case kind when 'settings' then kind else subject ->> 'id' end;
    what text := case tg_op when 'INSERT' then 'created' when 'DELETE' then 'deleted' else 'updated' end;
    details jsonb;
    webhook text;
  begin
    if tg_op = 'UPDATE' then
      details := license_manager_changes(kind, was, becomes);
      -- Lists are in tables of their own: whoever writes them says what changed, once.
      if kind in ('license', 'product', 'settings') and lists ? list_key then
        details := details || (lists -> list_key);
        perform set_config('license_manager.lists', (lists - list_key)::text, true);
      end if;
      -- Where nobody said so, a new moment of change is a change of one of them.
      if details = '{}'::jsonb and (kind not in ('license', 'product', 'settings')
        or was ->> 'updated_at' is not distinct from becomes ->> 'updated_at') then
        return null;
      end if;
      what := case
        when kind = 'license' and details ? 'is_valid'
          then case when becomes -> 'is_valid' = 'false'::jsonb then 'blocked' else 'unblocked' end
        when kind = 'activation' and details ? 'is_active'
          then case when becomes -> 'is_active' = 'true'::jsonb then 'reactivated' else 'deactivated' end
        when kind = 'customer' and details ? 'confirmed_at' and was ->> 'confirmed_at' is null then 'confirmed'
        when kind = 'customer' and details ? 'disabled_at'
          then case when becomes ->> 'disabled_at' is null then 'enabled' else 'disabled' end
        when kind = 'key' and details ? 'is_revoked' and becomes -> 'is_revoked' = 'true'::jsonb then 'revoked'
        when kind = 'signing_key' and details ? 'retired_at' then 'retired'
        else 'updated' end;
    end if;
    if kind = 'signing_key' and what = 'updated' then
      return null;
    end if;
    if kind = 'settings' then
      what := 'updated';
    end if;
    if actor is null and kind = 'activation' and what = 'deactivated' then
      actor := jsonb_build_object('kind', coalesce(becomes ->> 'deactivated_by', 'system'));
    end if;
    insert into activity_log (at, event, label, actor_kind, actor_id, actor_label, ip, subject_id, license_id, customer_id, details)
    values (
      clock_timestamp(), (kind || '.' || what)::enum_activity_log_event,
      case kind
        when 'license' then subject ->> 'code'
        when 'activation' then coalesce(subject ->> 'domain', subject ->> 'fingerprint', subject ->> 'ip')
        when 'customer' then subject ->> 'client_id'
        when 'blacklist' then coalesce(subject ->> 'domain', subject ->> 'ip')
        else coalesce(subject ->> 'name', subject ->> 'version', subject ->> 'key_id', subject ->> 'email') end,
      coalesce(actor ->> 'kind', 'system')::enum_activity_log_actor_kind,
      actor ->> 'id', actor ->> 'label', actor ->> 'ip',
      subject ->> 'id',
      case kind when 'license' then subject ->> 'id' when 'activation' then subject ->> 'license_id' end,
      coalesce(subject ->> 'customer_id', subject ->> 'client_id'),
      details);
    webhook := case kind || '.' || what
      when 'license.unblocked' then 'license.updated'
      when 'activation.reactivated' then 'activation.created'
      when 'activation.deleted' then case when was -> 'is_active' = 'true'::jsonb then 'activation.deactivated' end
      when 'activation.updated' then null
      when 'customer.confirmed' then 'customer.updated'
      when 'customer.disabled' then 'customer.updated'
      when 'customer.enabled' then 'customer.updated'
      else case when kind in ('license', 'activation', 'customer') and what <> 'deleted' or kind = 'customer'
        then kind || '.' || what end end;
    if webhook is not null then
      -- Of a customer only what is shown to the shop: never a hash or a token.
      perform license_manager_queue_webhook(webhook, case kind when 'customer' then jsonb_build_object(
        'id', subject -> 'id', 'client_id', subject -> 'client_id', 'name', subject -> 'name', 'email', subject -> 'email',
        'confirmed_at', subject -> 'confirmed_at', 'disabled_at', subject -> 'disabled_at',
        'created_at', subject -> 'created_at', 'updated_at', subject -> 'updated_at') else subject end);
    end if;
    return null;
  end $fn$`

const appendOnly = sql`
  create or replace function license_manager_append_only() returns trigger
  language plpgsql as $fn$
  begin
    if tg_op = 'DELETE' and current_setting('license_manager.retention', true) = 'on' then
      return old;
    end if;
    raise exception 'The activity log can only be added to.' using errcode = 'insufficient_privilege';
  end $fn$`

/** The functions that the triggers run: they write the activity log, keep it as it is, and queue webhooks. */
export const logFunctions = [changes, queueWebhook, log, appendOnly]
