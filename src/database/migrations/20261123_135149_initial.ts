import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_licenses_type" AS ENUM('perpetual', 'subscription', 'trial', 'lifetime');
  CREATE TYPE "public"."enum_activations_environment" AS ENUM('production', 'staging', 'development');
  CREATE TYPE "public"."enum_activations_deactivated_by" AS ENUM('client', 'customer', 'admin', 'system');
  CREATE TYPE "public"."enum_api_keys_kind" AS ENUM('external', 'internal');
  CREATE TYPE "public"."enum_settings_at_limit" AS ENUM('refuse', 'replaceOldest');
  CREATE TYPE "public"."enum_settings_rate_limit_by" AS ENUM('ip', 'key', 'both');
  CREATE TABLE "customers_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "customers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"client_id" varchar,
  	"avatar_id" uuid,
  	"confirmed_at" timestamp(3) with time zone,
  	"last_login" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "licenses" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"product_id" uuid NOT NULL,
  	"code" varchar,
  	"code_key" varchar,
  	"type" "enum_licenses_type" DEFAULT 'perpetual' NOT NULL,
  	"customer_id" varchar,
  	"email" varchar,
  	"invoice" varchar,
  	"parallel_uses" numeric,
  	"total_uses" numeric,
  	"expiration_days" numeric,
  	"expires_at" timestamp(3) with time zone,
  	"updates_until" timestamp(3) with time zone,
  	"support_until" timestamp(3) with time zone,
  	"comments" varchar,
  	"is_valid" boolean DEFAULT true,
  	"is_envato" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "licenses_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "activations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"license_id" uuid NOT NULL,
  	"product_id" uuid NOT NULL,
  	"license_code" varchar NOT NULL,
  	"customer_id" varchar,
  	"client_name" varchar,
  	"url" varchar,
  	"domain" varchar,
  	"ip" varchar,
  	"user_agent" varchar,
  	"environment" "enum_activations_environment" DEFAULT 'production' NOT NULL,
  	"activated_at" timestamp(3) with time zone NOT NULL,
  	"last_seen_at" timestamp(3) with time zone NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"is_valid" boolean DEFAULT true,
  	"deactivated_at" timestamp(3) with time zone,
  	"deactivated_by" "enum_activations_deactivated_by",
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "products" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"reference_id" varchar,
  	"envato_id" varchar,
  	"description" varchar,
  	"is_active" boolean DEFAULT true,
  	"license_update" boolean DEFAULT true,
  	"serve_latest_updates" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "versions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"product_id" uuid NOT NULL,
  	"version" varchar NOT NULL,
  	"released_at" timestamp(3) with time zone NOT NULL,
  	"summary" varchar,
  	"changelog" varchar,
  	"main_file_id" uuid,
  	"sql_file_id" uuid,
  	"is_active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "release_files" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric
  );
  
  CREATE TABLE "api_keys" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_api_keys_kind" DEFAULT 'external' NOT NULL,
  	"expires_at" timestamp(3) with time zone,
  	"is_revoked" boolean DEFAULT false,
  	"prefix" varchar,
  	"key_hash" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "failed_attempts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"action" varchar NOT NULL,
  	"reason" varchar NOT NULL,
  	"product_reference_id" varchar,
  	"license_code" varchar,
  	"url" varchar,
  	"domain" varchar,
  	"ip" varchar,
  	"connection_ip" varchar,
  	"user_agent" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "blacklist_entries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"domain" varchar,
  	"ip" varchar,
  	"reason" varchar DEFAULT 'Added by hand' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "avatars" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric
  );
  
  CREATE TABLE "idempotency_keys" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"request_hash" varchar NOT NULL,
  	"status" numeric NOT NULL,
  	"body" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"customers_id" uuid,
  	"licenses_id" uuid,
  	"activations_id" uuid,
  	"products_id" uuid,
  	"versions_id" uuid,
  	"release_files_id" uuid,
  	"api_keys_id" uuid,
  	"failed_attempts_id" uuid,
  	"blacklist_entries_id" uuid,
  	"users_id" uuid,
  	"avatars_id" uuid,
  	"idempotency_keys_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"customers_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"enable_licenses_page" boolean DEFAULT true,
  	"enable_activations_page" boolean DEFAULT true,
  	"allow_customer_deactivation" boolean DEFAULT true,
  	"get_more_licenses_url" varchar,
  	"allow_registration" boolean DEFAULT true,
  	"require_email_verification" boolean DEFAULT true,
  	"license_code_format" varchar DEFAULT 'XXXXXXX-XXXXXXX-XXXXXXX-XXXXXXX' NOT NULL,
  	"case_insensitive_codes" boolean DEFAULT true,
  	"at_limit" "enum_settings_at_limit" DEFAULT 'refuse' NOT NULL,
  	"free_development_hosts" boolean DEFAULT false,
  	"record_failed_attempts" boolean DEFAULT true,
  	"blacklist_domain_after" numeric DEFAULT 0 NOT NULL,
  	"blacklist_ip_after" numeric DEFAULT 0 NOT NULL,
  	"rate_limit_per_minute" numeric DEFAULT 3000 NOT NULL,
  	"rate_limit_by" "enum_settings_rate_limit_by" DEFAULT 'ip' NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "settings_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "customers_sessions" ADD CONSTRAINT "customers_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "customers" ADD CONSTRAINT "customers_avatar_id_avatars_id_fk" FOREIGN KEY ("avatar_id") REFERENCES "public"."avatars"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "licenses" ADD CONSTRAINT "licenses_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "licenses_texts" ADD CONSTRAINT "licenses_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."licenses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "activations" ADD CONSTRAINT "activations_license_id_licenses_id_fk" FOREIGN KEY ("license_id") REFERENCES "public"."licenses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "activations" ADD CONSTRAINT "activations_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "versions" ADD CONSTRAINT "versions_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "versions" ADD CONSTRAINT "versions_main_file_id_release_files_id_fk" FOREIGN KEY ("main_file_id") REFERENCES "public"."release_files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "versions" ADD CONSTRAINT "versions_sql_file_id_release_files_id_fk" FOREIGN KEY ("sql_file_id") REFERENCES "public"."release_files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_customers_fk" FOREIGN KEY ("customers_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_licenses_fk" FOREIGN KEY ("licenses_id") REFERENCES "public"."licenses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_activations_fk" FOREIGN KEY ("activations_id") REFERENCES "public"."activations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_products_fk" FOREIGN KEY ("products_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_versions_fk" FOREIGN KEY ("versions_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_release_files_fk" FOREIGN KEY ("release_files_id") REFERENCES "public"."release_files"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_api_keys_fk" FOREIGN KEY ("api_keys_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_failed_attempts_fk" FOREIGN KEY ("failed_attempts_id") REFERENCES "public"."failed_attempts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_blacklist_entries_fk" FOREIGN KEY ("blacklist_entries_id") REFERENCES "public"."blacklist_entries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_avatars_fk" FOREIGN KEY ("avatars_id") REFERENCES "public"."avatars"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_idempotency_keys_fk" FOREIGN KEY ("idempotency_keys_id") REFERENCES "public"."idempotency_keys"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_customers_fk" FOREIGN KEY ("customers_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "settings_texts" ADD CONSTRAINT "settings_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "customers_sessions_order_idx" ON "customers_sessions" USING btree ("_order");
  CREATE INDEX "customers_sessions_parent_id_idx" ON "customers_sessions" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "customers_client_id_idx" ON "customers" USING btree ("client_id");
  CREATE INDEX "customers_avatar_idx" ON "customers" USING btree ("avatar_id");
  CREATE INDEX "customers_updated_at_idx" ON "customers" USING btree ("updated_at");
  CREATE INDEX "customers_created_at_idx" ON "customers" USING btree ("created_at");
  CREATE UNIQUE INDEX "customers_email_idx" ON "customers" USING btree ("email");
  CREATE INDEX "licenses_product_idx" ON "licenses" USING btree ("product_id");
  CREATE INDEX "licenses_code_idx" ON "licenses" USING btree ("code");
  CREATE UNIQUE INDEX "licenses_code_key_idx" ON "licenses" USING btree ("code_key");
  CREATE INDEX "licenses_customer_id_idx" ON "licenses" USING btree ("customer_id");
  CREATE INDEX "licenses_email_idx" ON "licenses" USING btree ("email");
  CREATE INDEX "licenses_invoice_idx" ON "licenses" USING btree ("invoice");
  CREATE INDEX "licenses_updated_at_idx" ON "licenses" USING btree ("updated_at");
  CREATE INDEX "licenses_created_at_idx" ON "licenses" USING btree ("created_at");
  CREATE INDEX "licenses_texts_order_parent" ON "licenses_texts" USING btree ("order","parent_id");
  CREATE INDEX "licenses_texts_parent_idx" ON "licenses_texts" USING btree ("parent_id","path");
  CREATE INDEX "activations_license_idx" ON "activations" USING btree ("license_id");
  CREATE INDEX "activations_product_idx" ON "activations" USING btree ("product_id");
  CREATE INDEX "activations_license_code_idx" ON "activations" USING btree ("license_code");
  CREATE INDEX "activations_customer_id_idx" ON "activations" USING btree ("customer_id");
  CREATE INDEX "activations_domain_idx" ON "activations" USING btree ("domain");
  CREATE INDEX "activations_ip_idx" ON "activations" USING btree ("ip");
  CREATE INDEX "activations_activated_at_idx" ON "activations" USING btree ("activated_at");
  CREATE INDEX "activations_updated_at_idx" ON "activations" USING btree ("updated_at");
  CREATE INDEX "activations_created_at_idx" ON "activations" USING btree ("created_at");
  CREATE INDEX "license_isActive_domain_idx" ON "activations" USING btree ("license_id","is_active","domain");
  CREATE UNIQUE INDEX "activations_active_domain_idx" ON "activations" USING btree ("license_id","domain") WHERE is_active;
  CREATE INDEX "products_name_idx" ON "products" USING btree ("name");
  CREATE UNIQUE INDEX "products_reference_id_idx" ON "products" USING btree ("reference_id");
  CREATE INDEX "products_envato_id_idx" ON "products" USING btree ("envato_id");
  CREATE INDEX "products_updated_at_idx" ON "products" USING btree ("updated_at");
  CREATE INDEX "products_created_at_idx" ON "products" USING btree ("created_at");
  CREATE INDEX "versions_product_idx" ON "versions" USING btree ("product_id");
  CREATE INDEX "versions_released_at_idx" ON "versions" USING btree ("released_at");
  CREATE INDEX "versions_main_file_idx" ON "versions" USING btree ("main_file_id");
  CREATE INDEX "versions_sql_file_idx" ON "versions" USING btree ("sql_file_id");
  CREATE INDEX "versions_updated_at_idx" ON "versions" USING btree ("updated_at");
  CREATE INDEX "versions_created_at_idx" ON "versions" USING btree ("created_at");
  CREATE UNIQUE INDEX "product_version_idx" ON "versions" USING btree ("product_id","version");
  CREATE INDEX "release_files_updated_at_idx" ON "release_files" USING btree ("updated_at");
  CREATE INDEX "release_files_created_at_idx" ON "release_files" USING btree ("created_at");
  CREATE UNIQUE INDEX "release_files_filename_idx" ON "release_files" USING btree ("filename");
  CREATE UNIQUE INDEX "api_keys_key_hash_idx" ON "api_keys" USING btree ("key_hash");
  CREATE INDEX "api_keys_updated_at_idx" ON "api_keys" USING btree ("updated_at");
  CREATE INDEX "api_keys_created_at_idx" ON "api_keys" USING btree ("created_at");
  CREATE INDEX "failed_attempts_reason_idx" ON "failed_attempts" USING btree ("reason");
  CREATE INDEX "failed_attempts_domain_idx" ON "failed_attempts" USING btree ("domain");
  CREATE INDEX "failed_attempts_connection_ip_idx" ON "failed_attempts" USING btree ("connection_ip");
  CREATE INDEX "failed_attempts_updated_at_idx" ON "failed_attempts" USING btree ("updated_at");
  CREATE INDEX "failed_attempts_created_at_idx" ON "failed_attempts" USING btree ("created_at");
  CREATE INDEX "blacklist_entries_domain_idx" ON "blacklist_entries" USING btree ("domain");
  CREATE INDEX "blacklist_entries_ip_idx" ON "blacklist_entries" USING btree ("ip");
  CREATE INDEX "blacklist_entries_updated_at_idx" ON "blacklist_entries" USING btree ("updated_at");
  CREATE INDEX "blacklist_entries_created_at_idx" ON "blacklist_entries" USING btree ("created_at");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "avatars_updated_at_idx" ON "avatars" USING btree ("updated_at");
  CREATE INDEX "avatars_created_at_idx" ON "avatars" USING btree ("created_at");
  CREATE UNIQUE INDEX "avatars_filename_idx" ON "avatars" USING btree ("filename");
  CREATE UNIQUE INDEX "idempotency_keys_key_idx" ON "idempotency_keys" USING btree ("key");
  CREATE INDEX "idempotency_keys_updated_at_idx" ON "idempotency_keys" USING btree ("updated_at");
  CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_customers_id_idx" ON "payload_locked_documents_rels" USING btree ("customers_id");
  CREATE INDEX "payload_locked_documents_rels_licenses_id_idx" ON "payload_locked_documents_rels" USING btree ("licenses_id");
  CREATE INDEX "payload_locked_documents_rels_activations_id_idx" ON "payload_locked_documents_rels" USING btree ("activations_id");
  CREATE INDEX "payload_locked_documents_rels_products_id_idx" ON "payload_locked_documents_rels" USING btree ("products_id");
  CREATE INDEX "payload_locked_documents_rels_versions_id_idx" ON "payload_locked_documents_rels" USING btree ("versions_id");
  CREATE INDEX "payload_locked_documents_rels_release_files_id_idx" ON "payload_locked_documents_rels" USING btree ("release_files_id");
  CREATE INDEX "payload_locked_documents_rels_api_keys_id_idx" ON "payload_locked_documents_rels" USING btree ("api_keys_id");
  CREATE INDEX "payload_locked_documents_rels_failed_attempts_id_idx" ON "payload_locked_documents_rels" USING btree ("failed_attempts_id");
  CREATE INDEX "payload_locked_documents_rels_blacklist_entries_id_idx" ON "payload_locked_documents_rels" USING btree ("blacklist_entries_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_avatars_id_idx" ON "payload_locked_documents_rels" USING btree ("avatars_id");
  CREATE INDEX "payload_locked_documents_rels_idempotency_keys_id_idx" ON "payload_locked_documents_rels" USING btree ("idempotency_keys_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_customers_id_idx" ON "payload_preferences_rels" USING btree ("customers_id");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "settings_texts_order_parent" ON "settings_texts" USING btree ("order","parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "customers_sessions" CASCADE;
  DROP TABLE "customers" CASCADE;
  DROP TABLE "licenses" CASCADE;
  DROP TABLE "licenses_texts" CASCADE;
  DROP TABLE "activations" CASCADE;
  DROP TABLE "products" CASCADE;
  DROP TABLE "versions" CASCADE;
  DROP TABLE "release_files" CASCADE;
  DROP TABLE "api_keys" CASCADE;
  DROP TABLE "failed_attempts" CASCADE;
  DROP TABLE "blacklist_entries" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "avatars" CASCADE;
  DROP TABLE "idempotency_keys" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "settings" CASCADE;
  DROP TABLE "settings_texts" CASCADE;
  DROP TYPE "public"."enum_licenses_type";
  DROP TYPE "public"."enum_activations_environment";
  DROP TYPE "public"."enum_activations_deactivated_by";
  DROP TYPE "public"."enum_api_keys_kind";
  DROP TYPE "public"."enum_settings_at_limit";
  DROP TYPE "public"."enum_settings_rate_limit_by";`)
}
