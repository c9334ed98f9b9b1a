import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_envato_conflicts_reason" AS ENUM('heldByAnother', 'otherProduct');
  CREATE TYPE "public"."enum_envato_imports_status" AS ENUM('waiting', 'done', 'failed');
  ALTER TYPE "public"."enum_account_tokens_purpose" ADD VALUE 'socialProof';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'importPurchases' BEFORE 'cleanUp';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'importPurchases' BEFORE 'cleanUp';
  CREATE TABLE "envato_conflicts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"purchase_code" varchar NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"license_id" uuid,
  	"reason" "enum_envato_conflicts_reason" NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "envato_imports" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"status" "enum_envato_imports_status" NOT NULL,
  	"tokens" varchar,
  	"run" varchar,
  	"attempts" numeric DEFAULT 0,
  	"purchases" numeric,
  	"licenses" numeric,
  	"error" varchar,
  	"ended_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "identities" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"account_id" uuid NOT NULL,
  	"provider" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"email" varchar,
  	"name" varchar,
  	"last_used_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "social_login_states" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"state_hash" varchar NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "envato_conflicts_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "envato_imports_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "identities_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "social_login_states_id" uuid;
  ALTER TABLE "settings" ADD COLUMN "envato_personal_token" varchar;
  ALTER TABLE "settings" ADD COLUMN "envato_login" boolean DEFAULT false;
  ALTER TABLE "settings" ADD COLUMN "envato_client_id" varchar;
  ALTER TABLE "settings" ADD COLUMN "envato_client_secret" varchar;
  ALTER TABLE "settings" ADD COLUMN "google_login" boolean DEFAULT false;
  ALTER TABLE "settings" ADD COLUMN "google_client_id" varchar;
  ALTER TABLE "settings" ADD COLUMN "google_client_secret" varchar;
  ALTER TABLE "settings" ADD COLUMN "facebook_login" boolean DEFAULT false;
  ALTER TABLE "settings" ADD COLUMN "facebook_client_id" varchar;
  ALTER TABLE "settings" ADD COLUMN "facebook_client_secret" varchar;
  ALTER TABLE "settings" ADD COLUMN "github_login" boolean DEFAULT false;
  ALTER TABLE "settings" ADD COLUMN "github_client_id" varchar;
  ALTER TABLE "settings" ADD COLUMN "github_client_secret" varchar;
  ALTER TABLE "envato_conflicts" ADD CONSTRAINT "envato_conflicts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "envato_conflicts" ADD CONSTRAINT "envato_conflicts_license_id_licenses_id_fk" FOREIGN KEY ("license_id") REFERENCES "public"."licenses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "envato_imports" ADD CONSTRAINT "envato_imports_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "identities" ADD CONSTRAINT "identities_account_id_customers_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "envato_conflicts_customer_idx" ON "envato_conflicts" USING btree ("customer_id");
  CREATE INDEX "envato_conflicts_license_idx" ON "envato_conflicts" USING btree ("license_id");
  CREATE INDEX "envato_conflicts_updated_at_idx" ON "envato_conflicts" USING btree ("updated_at");
  CREATE INDEX "envato_conflicts_created_at_idx" ON "envato_conflicts" USING btree ("created_at");
  CREATE UNIQUE INDEX "customer_purchaseCode_idx" ON "envato_conflicts" USING btree ("customer_id","purchase_code");
  CREATE UNIQUE INDEX "envato_imports_customer_idx" ON "envato_imports" USING btree ("customer_id");
  CREATE INDEX "envato_imports_updated_at_idx" ON "envato_imports" USING btree ("updated_at");
  CREATE INDEX "envato_imports_created_at_idx" ON "envato_imports" USING btree ("created_at");
  CREATE INDEX "identities_account_idx" ON "identities" USING btree ("account_id");
  CREATE INDEX "identities_provider_idx" ON "identities" USING btree ("provider");
  CREATE INDEX "identities_updated_at_idx" ON "identities" USING btree ("updated_at");
  CREATE INDEX "identities_created_at_idx" ON "identities" USING btree ("created_at");
  CREATE UNIQUE INDEX "provider_subject_idx" ON "identities" USING btree ("provider","subject");
  CREATE UNIQUE INDEX "social_login_states_state_hash_idx" ON "social_login_states" USING btree ("state_hash");
  CREATE INDEX "social_login_states_expires_at_idx" ON "social_login_states" USING btree ("expires_at");
  CREATE INDEX "social_login_states_updated_at_idx" ON "social_login_states" USING btree ("updated_at");
  CREATE INDEX "social_login_states_created_at_idx" ON "social_login_states" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_envato_conflicts_fk" FOREIGN KEY ("envato_conflicts_id") REFERENCES "public"."envato_conflicts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_envato_imports_fk" FOREIGN KEY ("envato_imports_id") REFERENCES "public"."envato_imports"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_identities_fk" FOREIGN KEY ("identities_id") REFERENCES "public"."identities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_social_login_states_fk" FOREIGN KEY ("social_login_states_id") REFERENCES "public"."social_login_states"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_envato_conflicts_id_idx" ON "payload_locked_documents_rels" USING btree ("envato_conflicts_id");
  CREATE INDEX "payload_locked_documents_rels_envato_imports_id_idx" ON "payload_locked_documents_rels" USING btree ("envato_imports_id");
  CREATE INDEX "payload_locked_documents_rels_identities_id_idx" ON "payload_locked_documents_rels" USING btree ("identities_id");
  CREATE INDEX "payload_locked_documents_rels_social_login_states_id_idx" ON "payload_locked_documents_rels" USING btree ("social_login_states_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "envato_conflicts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "envato_imports" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "identities" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "social_login_states" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "envato_conflicts" CASCADE;
  DROP TABLE "envato_imports" CASCADE;
  DROP TABLE "identities" CASCADE;
  DROP TABLE "social_login_states" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_envato_conflicts_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_envato_imports_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_identities_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_social_login_states_fk";
  
  ALTER TABLE "account_tokens" ALTER COLUMN "purpose" SET DATA TYPE text;
  DROP TYPE "public"."enum_account_tokens_purpose";
  CREATE TYPE "public"."enum_account_tokens_purpose" AS ENUM('confirmEmail', 'resetPassword', 'invitation', 'changeEmail', 'cancelEmailChange', 'endSession', 'secondFactor', 'passkeyLogin', 'passkeyRegistration', 'totpSetup');
  ALTER TABLE "account_tokens" ALTER COLUMN "purpose" SET DATA TYPE "public"."enum_account_tokens_purpose" USING "purpose"::"public"."enum_account_tokens_purpose";
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'sendMail', 'register', 'requestReset', 'resendConfirmation', 'cleanUp');
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_log_task_slug" USING "task_slug"::"public"."enum_payload_jobs_log_task_slug";
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'sendMail', 'register', 'requestReset', 'resendConfirmation', 'cleanUp');
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_task_slug" USING "task_slug"::"public"."enum_payload_jobs_task_slug";
  DROP INDEX "payload_locked_documents_rels_envato_conflicts_id_idx";
  DROP INDEX "payload_locked_documents_rels_envato_imports_id_idx";
  DROP INDEX "payload_locked_documents_rels_identities_id_idx";
  DROP INDEX "payload_locked_documents_rels_social_login_states_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "envato_conflicts_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "envato_imports_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "identities_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "social_login_states_id";
  ALTER TABLE "settings" DROP COLUMN "envato_personal_token";
  ALTER TABLE "settings" DROP COLUMN "envato_login";
  ALTER TABLE "settings" DROP COLUMN "envato_client_id";
  ALTER TABLE "settings" DROP COLUMN "envato_client_secret";
  ALTER TABLE "settings" DROP COLUMN "google_login";
  ALTER TABLE "settings" DROP COLUMN "google_client_id";
  ALTER TABLE "settings" DROP COLUMN "google_client_secret";
  ALTER TABLE "settings" DROP COLUMN "facebook_login";
  ALTER TABLE "settings" DROP COLUMN "facebook_client_id";
  ALTER TABLE "settings" DROP COLUMN "facebook_client_secret";
  ALTER TABLE "settings" DROP COLUMN "github_login";
  ALTER TABLE "settings" DROP COLUMN "github_client_id";
  ALTER TABLE "settings" DROP COLUMN "github_client_secret";
  DROP TYPE "public"."enum_envato_conflicts_reason";
  DROP TYPE "public"."enum_envato_imports_status";`)
}
