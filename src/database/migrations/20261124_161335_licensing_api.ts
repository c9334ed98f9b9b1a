import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

import { createLogTriggers, dropLogTriggers } from '../../activity/triggers'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_licenses_entitlements_kind" AS ENUM('flag', 'number', 'text');
  CREATE TYPE "public"."enum_products_entitlements_kind" AS ENUM('flag', 'number', 'text');
  CREATE TYPE "public"."enum_download_tokens_type" AS ENUM('main', 'sql');
  CREATE TYPE "public"."enum_activity_log_event" AS ENUM('license.created', 'license.updated', 'license.blocked', 'license.unblocked', 'license.deleted', 'license.expiring', 'license.expired', 'license.update_support_expired', 'activation.created', 'activation.updated', 'activation.deactivated', 'activation.reactivated', 'activation.deleted', 'customer.created', 'customer.updated', 'customer.confirmed', 'customer.disabled', 'customer.enabled', 'customer.deleted', 'product.created', 'product.updated', 'product.deleted', 'version.created', 'version.updated', 'version.deleted', 'key.created', 'key.updated', 'key.revoked', 'key.deleted', 'signing_key.created', 'signing_key.retired', 'signing_key.deleted', 'blacklist.created', 'blacklist.updated', 'blacklist.deleted', 'administrator.created', 'administrator.updated', 'administrator.deleted', 'settings.updated');
  CREATE TYPE "public"."enum_activity_log_actor_kind" AS ENUM('admin', 'customer', 'client', 'api', 'system');
  CREATE TYPE "public"."enum_webhook_deliveries_status" AS ENUM('queued', 'delivered', 'failed');
  CREATE TYPE "public"."enum_settings_webhook_events" AS ENUM('license.created', 'license.updated', 'license.blocked', 'license.expiring', 'license.expired', 'license.update_support_expired', 'activation.created', 'activation.deactivated', 'activation.refused', 'customer.created', 'customer.updated', 'customer.deleted');
  CREATE TYPE "public"."enum_settings_expired_downloads" AS ENUM('own', 'none');
  CREATE TABLE "licenses_entitlements" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_licenses_entitlements_kind" DEFAULT 'flag' NOT NULL,
  	"value" varchar DEFAULT 'true' NOT NULL
  );
  
  CREATE TABLE "products_entitlements" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_products_entitlements_kind" DEFAULT 'flag' NOT NULL,
  	"value" varchar DEFAULT 'true' NOT NULL
  );
  
  CREATE TABLE "download_tokens" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"prefix" varchar NOT NULL,
  	"token_hash" varchar NOT NULL,
  	"product_id" uuid NOT NULL,
  	"version_id" uuid,
  	"type" "enum_download_tokens_type" DEFAULT 'main' NOT NULL,
  	"max_downloads" numeric,
  	"downloads" numeric DEFAULT 0 NOT NULL,
  	"expires_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "activity_log" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"event" "enum_activity_log_event" NOT NULL,
  	"label" varchar,
  	"actor_kind" "enum_activity_log_actor_kind" NOT NULL,
  	"actor_id" varchar,
  	"actor_label" varchar,
  	"ip" varchar,
  	"subject_id" varchar,
  	"license_id" varchar,
  	"customer_id" varchar,
  	"details" jsonb
  );
  
  CREATE TABLE "webhook_deliveries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"event_type" varchar NOT NULL,
  	"event_id" varchar NOT NULL,
  	"occurred_at" timestamp(3) with time zone NOT NULL,
  	"url" varchar NOT NULL,
  	"status" "enum_webhook_deliveries_status" DEFAULT 'queued' NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"next_attempt_at" timestamp(3) with time zone,
  	"delivered_at" timestamp(3) with time zone,
  	"response_status" numeric,
  	"response_body" varchar,
  	"last_error" varchar,
  	"duration_ms" numeric,
  	"body" varchar,
  	"snapshot" jsonb
  );
  
  CREATE TABLE "settings_webhook_events" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_settings_webhook_events",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  DROP INDEX "activations_active_domain_idx";
  ALTER TABLE "activations" ADD COLUMN "name" varchar;
  ALTER TABLE "activations" ADD COLUMN "fingerprint" varchar;
  ALTER TABLE "activations" ADD COLUMN "freed_by_link" boolean DEFAULT false;
  ALTER TABLE "release_files" ADD COLUMN "sha256" varchar;
  ALTER TABLE "release_files" ADD COLUMN "signature" varchar;
  ALTER TABLE "release_files" ADD COLUMN "signature_key_id" varchar;
  ALTER TABLE "failed_attempts" ADD COLUMN "license_id" uuid;
  ALTER TABLE "failed_attempts" ADD COLUMN "fingerprint" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "download_tokens_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "activity_log_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "webhook_deliveries_id" uuid;
  ALTER TABLE "settings" ADD COLUMN "allow_claiming" boolean DEFAULT false;
  ALTER TABLE "settings" ADD COLUMN "allow_downloads" boolean DEFAULT true;
  ALTER TABLE "settings" ADD COLUMN "expired_downloads" "enum_settings_expired_downloads" DEFAULT 'own' NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "blocked_downloads" boolean DEFAULT false;
  ALTER TABLE "settings" ADD COLUMN "slot_releases_per_month" numeric DEFAULT 3 NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "trusted_proxies" numeric;
  ALTER TABLE "settings" ADD COLUMN "activity_log_days" numeric DEFAULT 365 NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "webhook_secret" varchar;
  ALTER TABLE "licenses_entitlements" ADD CONSTRAINT "licenses_entitlements_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."licenses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "products_entitlements" ADD CONSTRAINT "products_entitlements_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "download_tokens" ADD CONSTRAINT "download_tokens_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "download_tokens" ADD CONSTRAINT "download_tokens_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "settings_webhook_events" ADD CONSTRAINT "settings_webhook_events_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "licenses_entitlements_order_idx" ON "licenses_entitlements" USING btree ("_order");
  CREATE INDEX "licenses_entitlements_parent_id_idx" ON "licenses_entitlements" USING btree ("_parent_id");
  CREATE INDEX "products_entitlements_order_idx" ON "products_entitlements" USING btree ("_order");
  CREATE INDEX "products_entitlements_parent_id_idx" ON "products_entitlements" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "download_tokens_token_hash_idx" ON "download_tokens" USING btree ("token_hash");
  CREATE INDEX "download_tokens_product_idx" ON "download_tokens" USING btree ("product_id");
  CREATE INDEX "download_tokens_version_idx" ON "download_tokens" USING btree ("version_id");
  CREATE INDEX "download_tokens_expires_at_idx" ON "download_tokens" USING btree ("expires_at");
  CREATE INDEX "download_tokens_updated_at_idx" ON "download_tokens" USING btree ("updated_at");
  CREATE INDEX "download_tokens_created_at_idx" ON "download_tokens" USING btree ("created_at");
  CREATE INDEX "activity_log_at_idx" ON "activity_log" USING btree ("at");
  CREATE INDEX "activity_log_event_idx" ON "activity_log" USING btree ("event");
  CREATE INDEX "activity_log_actor_id_idx" ON "activity_log" USING btree ("actor_id");
  CREATE INDEX "activity_log_ip_idx" ON "activity_log" USING btree ("ip");
  CREATE INDEX "activity_log_license_id_idx" ON "activity_log" USING btree ("license_id");
  CREATE INDEX "activity_log_customer_id_idx" ON "activity_log" USING btree ("customer_id");
  CREATE INDEX "webhook_deliveries_event_type_idx" ON "webhook_deliveries" USING btree ("event_type");
  CREATE INDEX "webhook_deliveries_event_id_idx" ON "webhook_deliveries" USING btree ("event_id");
  CREATE INDEX "webhook_deliveries_occurred_at_idx" ON "webhook_deliveries" USING btree ("occurred_at");
  CREATE INDEX "webhook_deliveries_status_idx" ON "webhook_deliveries" USING btree ("status");
  CREATE INDEX "settings_webhook_events_order_idx" ON "settings_webhook_events" USING btree ("order");
  CREATE INDEX "settings_webhook_events_parent_idx" ON "settings_webhook_events" USING btree ("parent_id");
  ALTER TABLE "failed_attempts" ADD CONSTRAINT "failed_attempts_license_id_licenses_id_fk" FOREIGN KEY ("license_id") REFERENCES "public"."licenses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_download_tokens_fk" FOREIGN KEY ("download_tokens_id") REFERENCES "public"."download_tokens"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_activity_log_fk" FOREIGN KEY ("activity_log_id") REFERENCES "public"."activity_log"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_webhook_deliveries_fk" FOREIGN KEY ("webhook_deliveries_id") REFERENCES "public"."webhook_deliveries"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "licenses_updates_until_idx" ON "licenses" USING btree ("updates_until");
  CREATE INDEX "activations_fingerprint_idx" ON "activations" USING btree ("fingerprint");
  CREATE UNIQUE INDEX "activations_active_device_idx" ON "activations" USING btree ("license_id","fingerprint") WHERE is_active;
  CREATE INDEX "failed_attempts_license_idx" ON "failed_attempts" USING btree ("license_id");
  CREATE INDEX "payload_locked_documents_rels_download_tokens_id_idx" ON "payload_locked_documents_rels" USING btree ("download_tokens_id");
  CREATE INDEX "payload_locked_documents_rels_activity_log_id_idx" ON "payload_locked_documents_rels" USING btree ("activity_log_id");
  CREATE INDEX "payload_locked_documents_rels_webhook_deliveries_id_idx" ON "payload_locked_documents_rels" USING btree ("webhook_deliveries_id");
  CREATE UNIQUE INDEX "activations_active_domain_idx" ON "activations" USING btree ("license_id","domain") WHERE is_active and fingerprint is null;`)
  await createLogTriggers(db)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await dropLogTriggers(db)
  await db.execute(sql`
   ALTER TABLE "licenses_entitlements" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "products_entitlements" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "download_tokens" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "activity_log" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "webhook_deliveries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "settings_webhook_events" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "licenses_entitlements" CASCADE;
  DROP TABLE "products_entitlements" CASCADE;
  DROP TABLE "download_tokens" CASCADE;
  DROP TABLE "activity_log" CASCADE;
  DROP TABLE "webhook_deliveries" CASCADE;
  DROP TABLE "settings_webhook_events" CASCADE;
  ALTER TABLE "failed_attempts" DROP CONSTRAINT "failed_attempts_license_id_licenses_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_download_tokens_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_activity_log_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_webhook_deliveries_fk";
  
  DROP INDEX "licenses_updates_until_idx";
  DROP INDEX "activations_fingerprint_idx";
  DROP INDEX "activations_active_device_idx";
  DROP INDEX "failed_attempts_license_idx";
  DROP INDEX "payload_locked_documents_rels_download_tokens_id_idx";
  DROP INDEX "payload_locked_documents_rels_activity_log_id_idx";
  DROP INDEX "payload_locked_documents_rels_webhook_deliveries_id_idx";
  DROP INDEX "activations_active_domain_idx";
  CREATE UNIQUE INDEX "activations_active_domain_idx" ON "activations" USING btree ("license_id","domain") WHERE is_active;
  ALTER TABLE "activations" DROP COLUMN "name";
  ALTER TABLE "activations" DROP COLUMN "fingerprint";
  ALTER TABLE "activations" DROP COLUMN "freed_by_link";
  ALTER TABLE "release_files" DROP COLUMN "sha256";
  ALTER TABLE "release_files" DROP COLUMN "signature";
  ALTER TABLE "release_files" DROP COLUMN "signature_key_id";
  ALTER TABLE "failed_attempts" DROP COLUMN "license_id";
  ALTER TABLE "failed_attempts" DROP COLUMN "fingerprint";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "download_tokens_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "activity_log_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "webhook_deliveries_id";
  ALTER TABLE "settings" DROP COLUMN "allow_claiming";
  ALTER TABLE "settings" DROP COLUMN "allow_downloads";
  ALTER TABLE "settings" DROP COLUMN "expired_downloads";
  ALTER TABLE "settings" DROP COLUMN "blocked_downloads";
  ALTER TABLE "settings" DROP COLUMN "slot_releases_per_month";
  ALTER TABLE "settings" DROP COLUMN "trusted_proxies";
  ALTER TABLE "settings" DROP COLUMN "activity_log_days";
  ALTER TABLE "settings" DROP COLUMN "webhook_secret";
  DROP TYPE "public"."enum_licenses_entitlements_kind";
  DROP TYPE "public"."enum_products_entitlements_kind";
  DROP TYPE "public"."enum_download_tokens_type";
  DROP TYPE "public"."enum_activity_log_event";
  DROP TYPE "public"."enum_activity_log_actor_kind";
  DROP TYPE "public"."enum_webhook_deliveries_status";
  DROP TYPE "public"."enum_settings_webhook_events";
  DROP TYPE "public"."enum_settings_expired_downloads";`)
}
