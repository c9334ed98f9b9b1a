import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_login_events_method" AS ENUM('password', 'passkey', 'registration', 'social');
  CREATE TYPE "public"."enum_login_events_outcome" AS ENUM('success', 'wrongPassword', 'unknownAccount', 'lockedOut', 'captchaFailed', 'unconfirmed', 'disabled', 'secondFactorNeeded', 'secondFactorFailed', 'passkeyFailed');
  CREATE TYPE "public"."enum_mails_status" AS ENUM('queued', 'sent', 'failed', 'skipped');
  CREATE TYPE "public"."enum_customer_sessions_method" AS ENUM('password', 'passkey', 'registration', 'social');
  CREATE TYPE "public"."enum_account_tokens_purpose" AS ENUM('confirmEmail', 'resetPassword', 'changeEmail', 'cancelEmailChange', 'endSession', 'secondFactor', 'passkeyLogin', 'passkeyRegistration', 'totpSetup');
  CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'sendMail', 'register', 'requestReset', 'resendConfirmation', 'cleanUp');
  CREATE TYPE "public"."enum_payload_jobs_log_state" AS ENUM('failed', 'succeeded');
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'sendMail', 'register', 'requestReset', 'resendConfirmation', 'cleanUp');
  CREATE TYPE "public"."enum_settings_captcha_forms" AS ENUM('login', 'register', 'forgot');
  CREATE TYPE "public"."enum_settings_captcha_provider" AS ENUM('none', 'math', 'recaptchaV2', 'recaptchaV3');
  CREATE TABLE "login_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"customer_id" uuid,
  	"email" varchar,
  	"method" "enum_login_events_method" NOT NULL,
  	"outcome" "enum_login_events_outcome" NOT NULL,
  	"ip" varchar,
  	"user_agent" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "mails" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"to" varchar NOT NULL,
  	"template" varchar NOT NULL,
  	"subject" varchar,
  	"customer_id" uuid,
  	"data" jsonb,
  	"status" "enum_mails_status" DEFAULT 'queued' NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"last_error" varchar,
  	"message_id" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "customer_sessions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"token_hash" varchar NOT NULL,
  	"method" "enum_customer_sessions_method" NOT NULL,
  	"is_remembered" boolean DEFAULT false,
  	"ip" varchar,
  	"user_agent" varchar,
  	"device_hash" varchar,
  	"authenticated_at" timestamp(3) with time zone NOT NULL,
  	"last_seen_at" timestamp(3) with time zone NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "passkeys" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"credential_id" varchar NOT NULL,
  	"public_key" varchar NOT NULL,
  	"counter" numeric DEFAULT 0 NOT NULL,
  	"transports" jsonb,
  	"is_backed_up" boolean DEFAULT false,
  	"last_used_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "recovery_codes" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"code_hash" varchar NOT NULL,
  	"used_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "known_devices" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"device_hash" varchar NOT NULL,
  	"last_seen_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "account_tokens" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"token_hash" varchar NOT NULL,
  	"purpose" "enum_account_tokens_purpose" NOT NULL,
  	"customer_id" uuid,
  	"email" varchar,
  	"data" jsonb,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"used_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "login_lockouts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"failures" numeric NOT NULL,
  	"locked_until" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "captcha_challenges" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"challenge_id" varchar NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_jobs_log" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"executed_at" timestamp(3) with time zone NOT NULL,
  	"completed_at" timestamp(3) with time zone NOT NULL,
  	"task_slug" "enum_payload_jobs_log_task_slug" NOT NULL,
  	"task_i_d" varchar NOT NULL,
  	"input" jsonb,
  	"output" jsonb,
  	"state" "enum_payload_jobs_log_state" NOT NULL,
  	"error" jsonb
  );
  
  CREATE TABLE "payload_jobs" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"input" jsonb,
  	"completed_at" timestamp(3) with time zone,
  	"total_tried" numeric DEFAULT 0,
  	"has_error" boolean DEFAULT false,
  	"error" jsonb,
  	"task_slug" "enum_payload_jobs_task_slug",
  	"queue" varchar DEFAULT 'default',
  	"wait_until" timestamp(3) with time zone,
  	"processing" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "settings_captcha_forms" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_settings_captcha_forms",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  ALTER TABLE "customers" ADD COLUMN "disabled_at" timestamp(3) with time zone;
  ALTER TABLE "customers" ADD COLUMN "totp_secret" varchar;
  ALTER TABLE "customers" ADD COLUMN "totp_last_step" numeric;
  ALTER TABLE "customers" ADD COLUMN "totp_enabled_at" timestamp(3) with time zone;
  ALTER TABLE "customers" ADD COLUMN "pending_email" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "login_events_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "mails_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "customer_sessions_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "passkeys_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "recovery_codes_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "known_devices_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "account_tokens_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "login_lockouts_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "captcha_challenges_id" uuid;
  ALTER TABLE "settings" ADD COLUMN "product_name" varchar DEFAULT 'License Manager' NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "brand_color" varchar DEFAULT '#3538cd' NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "logo_url" varchar;
  ALTER TABLE "settings" ADD COLUMN "support_email" varchar;
  ALTER TABLE "settings" ADD COLUMN "password_min_length" numeric DEFAULT 15 NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "session_idle_hours" numeric DEFAULT 12 NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "session_max_hours" numeric DEFAULT 24 NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "remember_idle_days" numeric DEFAULT 14 NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "remember_max_days" numeric DEFAULT 60 NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "captcha_provider" "enum_settings_captcha_provider" DEFAULT 'none' NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "recaptcha_site_key" varchar;
  ALTER TABLE "settings" ADD COLUMN "recaptcha_secret_key" varchar;
  ALTER TABLE "settings" ADD COLUMN "recaptcha_min_score" numeric DEFAULT 0.5 NOT NULL;
  ALTER TABLE "login_events" ADD CONSTRAINT "login_events_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mails" ADD CONSTRAINT "mails_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customer_sessions" ADD CONSTRAINT "customer_sessions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_jobs_log" ADD CONSTRAINT "payload_jobs_log_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."payload_jobs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "settings_captcha_forms" ADD CONSTRAINT "settings_captcha_forms_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "login_events_customer_idx" ON "login_events" USING btree ("customer_id");
  CREATE INDEX "login_events_email_idx" ON "login_events" USING btree ("email");
  CREATE INDEX "login_events_outcome_idx" ON "login_events" USING btree ("outcome");
  CREATE INDEX "login_events_ip_idx" ON "login_events" USING btree ("ip");
  CREATE INDEX "login_events_updated_at_idx" ON "login_events" USING btree ("updated_at");
  CREATE INDEX "login_events_created_at_idx" ON "login_events" USING btree ("created_at");
  CREATE INDEX "customer_createdAt_idx" ON "login_events" USING btree ("customer_id","created_at");
  CREATE INDEX "mails_to_idx" ON "mails" USING btree ("to");
  CREATE INDEX "mails_template_idx" ON "mails" USING btree ("template");
  CREATE INDEX "mails_customer_idx" ON "mails" USING btree ("customer_id");
  CREATE INDEX "mails_status_idx" ON "mails" USING btree ("status");
  CREATE INDEX "mails_updated_at_idx" ON "mails" USING btree ("updated_at");
  CREATE INDEX "mails_created_at_idx" ON "mails" USING btree ("created_at");
  CREATE INDEX "customer_sessions_customer_idx" ON "customer_sessions" USING btree ("customer_id");
  CREATE UNIQUE INDEX "customer_sessions_token_hash_idx" ON "customer_sessions" USING btree ("token_hash");
  CREATE INDEX "customer_sessions_expires_at_idx" ON "customer_sessions" USING btree ("expires_at");
  CREATE INDEX "customer_sessions_updated_at_idx" ON "customer_sessions" USING btree ("updated_at");
  CREATE INDEX "customer_sessions_created_at_idx" ON "customer_sessions" USING btree ("created_at");
  CREATE INDEX "passkeys_customer_idx" ON "passkeys" USING btree ("customer_id");
  CREATE UNIQUE INDEX "passkeys_credential_id_idx" ON "passkeys" USING btree ("credential_id");
  CREATE INDEX "passkeys_updated_at_idx" ON "passkeys" USING btree ("updated_at");
  CREATE INDEX "passkeys_created_at_idx" ON "passkeys" USING btree ("created_at");
  CREATE INDEX "recovery_codes_customer_idx" ON "recovery_codes" USING btree ("customer_id");
  CREATE INDEX "recovery_codes_code_hash_idx" ON "recovery_codes" USING btree ("code_hash");
  CREATE INDEX "recovery_codes_updated_at_idx" ON "recovery_codes" USING btree ("updated_at");
  CREATE INDEX "recovery_codes_created_at_idx" ON "recovery_codes" USING btree ("created_at");
  CREATE INDEX "known_devices_customer_idx" ON "known_devices" USING btree ("customer_id");
  CREATE INDEX "known_devices_device_hash_idx" ON "known_devices" USING btree ("device_hash");
  CREATE INDEX "known_devices_updated_at_idx" ON "known_devices" USING btree ("updated_at");
  CREATE INDEX "known_devices_created_at_idx" ON "known_devices" USING btree ("created_at");
  CREATE UNIQUE INDEX "customer_deviceHash_idx" ON "known_devices" USING btree ("customer_id","device_hash");
  CREATE UNIQUE INDEX "account_tokens_token_hash_idx" ON "account_tokens" USING btree ("token_hash");
  CREATE INDEX "account_tokens_customer_idx" ON "account_tokens" USING btree ("customer_id");
  CREATE INDEX "account_tokens_expires_at_idx" ON "account_tokens" USING btree ("expires_at");
  CREATE INDEX "account_tokens_updated_at_idx" ON "account_tokens" USING btree ("updated_at");
  CREATE INDEX "account_tokens_created_at_idx" ON "account_tokens" USING btree ("created_at");
  CREATE UNIQUE INDEX "login_lockouts_key_idx" ON "login_lockouts" USING btree ("key");
  CREATE INDEX "login_lockouts_updated_at_idx" ON "login_lockouts" USING btree ("updated_at");
  CREATE INDEX "login_lockouts_created_at_idx" ON "login_lockouts" USING btree ("created_at");
  CREATE UNIQUE INDEX "captcha_challenges_challenge_id_idx" ON "captcha_challenges" USING btree ("challenge_id");
  CREATE INDEX "captcha_challenges_expires_at_idx" ON "captcha_challenges" USING btree ("expires_at");
  CREATE INDEX "captcha_challenges_updated_at_idx" ON "captcha_challenges" USING btree ("updated_at");
  CREATE INDEX "captcha_challenges_created_at_idx" ON "captcha_challenges" USING btree ("created_at");
  CREATE INDEX "payload_jobs_log_order_idx" ON "payload_jobs_log" USING btree ("_order");
  CREATE INDEX "payload_jobs_log_parent_id_idx" ON "payload_jobs_log" USING btree ("_parent_id");
  CREATE INDEX "payload_jobs_completed_at_idx" ON "payload_jobs" USING btree ("completed_at");
  CREATE INDEX "payload_jobs_total_tried_idx" ON "payload_jobs" USING btree ("total_tried");
  CREATE INDEX "payload_jobs_has_error_idx" ON "payload_jobs" USING btree ("has_error");
  CREATE INDEX "payload_jobs_task_slug_idx" ON "payload_jobs" USING btree ("task_slug");
  CREATE INDEX "payload_jobs_queue_idx" ON "payload_jobs" USING btree ("queue");
  CREATE INDEX "payload_jobs_wait_until_idx" ON "payload_jobs" USING btree ("wait_until");
  CREATE INDEX "payload_jobs_processing_idx" ON "payload_jobs" USING btree ("processing");
  CREATE INDEX "payload_jobs_updated_at_idx" ON "payload_jobs" USING btree ("updated_at");
  CREATE INDEX "payload_jobs_created_at_idx" ON "payload_jobs" USING btree ("created_at");
  CREATE INDEX "settings_captcha_forms_order_idx" ON "settings_captcha_forms" USING btree ("order");
  CREATE INDEX "settings_captcha_forms_parent_idx" ON "settings_captcha_forms" USING btree ("parent_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_login_events_fk" FOREIGN KEY ("login_events_id") REFERENCES "public"."login_events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_mails_fk" FOREIGN KEY ("mails_id") REFERENCES "public"."mails"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_customer_sessions_fk" FOREIGN KEY ("customer_sessions_id") REFERENCES "public"."customer_sessions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_passkeys_fk" FOREIGN KEY ("passkeys_id") REFERENCES "public"."passkeys"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_recovery_codes_fk" FOREIGN KEY ("recovery_codes_id") REFERENCES "public"."recovery_codes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_known_devices_fk" FOREIGN KEY ("known_devices_id") REFERENCES "public"."known_devices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_account_tokens_fk" FOREIGN KEY ("account_tokens_id") REFERENCES "public"."account_tokens"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_login_lockouts_fk" FOREIGN KEY ("login_lockouts_id") REFERENCES "public"."login_lockouts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_captcha_challenges_fk" FOREIGN KEY ("captcha_challenges_id") REFERENCES "public"."captcha_challenges"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_login_events_id_idx" ON "payload_locked_documents_rels" USING btree ("login_events_id");
  CREATE INDEX "payload_locked_documents_rels_mails_id_idx" ON "payload_locked_documents_rels" USING btree ("mails_id");
  CREATE INDEX "payload_locked_documents_rels_customer_sessions_id_idx" ON "payload_locked_documents_rels" USING btree ("customer_sessions_id");
  CREATE INDEX "payload_locked_documents_rels_passkeys_id_idx" ON "payload_locked_documents_rels" USING btree ("passkeys_id");
  CREATE INDEX "payload_locked_documents_rels_recovery_codes_id_idx" ON "payload_locked_documents_rels" USING btree ("recovery_codes_id");
  CREATE INDEX "payload_locked_documents_rels_known_devices_id_idx" ON "payload_locked_documents_rels" USING btree ("known_devices_id");
  CREATE INDEX "payload_locked_documents_rels_account_tokens_id_idx" ON "payload_locked_documents_rels" USING btree ("account_tokens_id");
  CREATE INDEX "payload_locked_documents_rels_login_lockouts_id_idx" ON "payload_locked_documents_rels" USING btree ("login_lockouts_id");
  CREATE INDEX "payload_locked_documents_rels_captcha_challenges_id_idx" ON "payload_locked_documents_rels" USING btree ("captcha_challenges_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "login_events" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "mails" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "customer_sessions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "passkeys" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "recovery_codes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "known_devices" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "account_tokens" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "login_lockouts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "captcha_challenges" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload_jobs_log" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload_jobs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "settings_captcha_forms" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "login_events" CASCADE;
  DROP TABLE "mails" CASCADE;
  DROP TABLE "customer_sessions" CASCADE;
  DROP TABLE "passkeys" CASCADE;
  DROP TABLE "recovery_codes" CASCADE;
  DROP TABLE "known_devices" CASCADE;
  DROP TABLE "account_tokens" CASCADE;
  DROP TABLE "login_lockouts" CASCADE;
  DROP TABLE "captcha_challenges" CASCADE;
  DROP TABLE "payload_jobs_log" CASCADE;
  DROP TABLE "payload_jobs" CASCADE;
  DROP TABLE "settings_captcha_forms" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_login_events_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_mails_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_customer_sessions_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_passkeys_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_recovery_codes_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_known_devices_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_account_tokens_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_login_lockouts_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_captcha_challenges_fk";
  
  DROP INDEX "payload_locked_documents_rels_login_events_id_idx";
  DROP INDEX "payload_locked_documents_rels_mails_id_idx";
  DROP INDEX "payload_locked_documents_rels_customer_sessions_id_idx";
  DROP INDEX "payload_locked_documents_rels_passkeys_id_idx";
  DROP INDEX "payload_locked_documents_rels_recovery_codes_id_idx";
  DROP INDEX "payload_locked_documents_rels_known_devices_id_idx";
  DROP INDEX "payload_locked_documents_rels_account_tokens_id_idx";
  DROP INDEX "payload_locked_documents_rels_login_lockouts_id_idx";
  DROP INDEX "payload_locked_documents_rels_captcha_challenges_id_idx";
  ALTER TABLE "customers" DROP COLUMN "disabled_at";
  ALTER TABLE "customers" DROP COLUMN "totp_secret";
  ALTER TABLE "customers" DROP COLUMN "totp_last_step";
  ALTER TABLE "customers" DROP COLUMN "totp_enabled_at";
  ALTER TABLE "customers" DROP COLUMN "pending_email";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "login_events_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "mails_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "customer_sessions_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "passkeys_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "recovery_codes_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "known_devices_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "account_tokens_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "login_lockouts_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "captcha_challenges_id";
  ALTER TABLE "settings" DROP COLUMN "product_name";
  ALTER TABLE "settings" DROP COLUMN "brand_color";
  ALTER TABLE "settings" DROP COLUMN "logo_url";
  ALTER TABLE "settings" DROP COLUMN "support_email";
  ALTER TABLE "settings" DROP COLUMN "password_min_length";
  ALTER TABLE "settings" DROP COLUMN "session_idle_hours";
  ALTER TABLE "settings" DROP COLUMN "session_max_hours";
  ALTER TABLE "settings" DROP COLUMN "remember_idle_days";
  ALTER TABLE "settings" DROP COLUMN "remember_max_days";
  ALTER TABLE "settings" DROP COLUMN "captcha_provider";
  ALTER TABLE "settings" DROP COLUMN "recaptcha_site_key";
  ALTER TABLE "settings" DROP COLUMN "recaptcha_secret_key";
  ALTER TABLE "settings" DROP COLUMN "recaptcha_min_score";
  DROP TYPE "public"."enum_login_events_method";
  DROP TYPE "public"."enum_login_events_outcome";
  DROP TYPE "public"."enum_mails_status";
  DROP TYPE "public"."enum_customer_sessions_method";
  DROP TYPE "public"."enum_account_tokens_purpose";
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  DROP TYPE "public"."enum_payload_jobs_log_state";
  DROP TYPE "public"."enum_payload_jobs_task_slug";
  DROP TYPE "public"."enum_settings_captcha_forms";
  DROP TYPE "public"."enum_settings_captcha_provider";`)
}
