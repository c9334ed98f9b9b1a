import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_customers_language" AS ENUM('en', 'de');
  CREATE TYPE "public"."enum_imports_kind" AS ENUM('customers', 'licenses', 'products');
  CREATE TYPE "public"."enum_imports_mode" AS ENUM('create', 'update', 'upsert');
  CREATE TYPE "public"."enum_imports_status" AS ENUM('reading', 'ready', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed');
  CREATE TYPE "public"."enum_import_rows_outcome" AS ENUM('pending', 'created', 'updated', 'skipped', 'failed');
  ALTER TYPE "public"."enum_account_tokens_purpose" ADD VALUE 'invitation' BEFORE 'changeEmail';
  CREATE TABLE "imports" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"filename" varchar NOT NULL,
  	"kind" "enum_imports_kind" NOT NULL,
  	"mode" "enum_imports_mode",
  	"status" "enum_imports_status" NOT NULL,
  	"headings" jsonb,
  	"mapping" jsonb,
  	"options" jsonb,
  	"total" numeric DEFAULT 0 NOT NULL,
  	"processed" numeric DEFAULT 0 NOT NULL,
  	"counts" jsonb,
  	"error" varchar,
  	"started_by" varchar,
  	"finished_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "import_rows" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"import_id" uuid NOT NULL,
  	"number" numeric NOT NULL,
  	"data" jsonb NOT NULL,
  	"outcome" "enum_import_rows_outcome" DEFAULT 'pending' NOT NULL,
  	"message" varchar,
  	"document" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "statistics" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"metric" varchar NOT NULL,
  	"bucket" varchar NOT NULL,
  	"value" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "top_customers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"metric" varchar NOT NULL,
  	"period" varchar NOT NULL,
  	"product_id" uuid,
  	"rank" numeric NOT NULL,
  	"customer_id" uuid,
  	"licenses" numeric NOT NULL,
  	"products" numeric NOT NULL,
  	"activations" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "customers" ADD COLUMN "language" "enum_customers_language";
  ALTER TABLE "customers" ADD COLUMN "imported_hash" varchar;
  ALTER TABLE "mails" ADD COLUMN "license_id" uuid;
  ALTER TABLE "mails" ADD COLUMN "once_key" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "imports_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "import_rows_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "statistics_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "top_customers_id" uuid;
  ALTER TABLE "settings" ADD COLUMN "expiry_warnings" boolean DEFAULT false;
  ALTER TABLE "settings" ADD COLUMN "expiry_warning_days" varchar DEFAULT '30,7,1';
  ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "top_customers" ADD CONSTRAINT "top_customers_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "top_customers" ADD CONSTRAINT "top_customers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "imports_status_idx" ON "imports" USING btree ("status");
  CREATE INDEX "imports_updated_at_idx" ON "imports" USING btree ("updated_at");
  CREATE INDEX "imports_created_at_idx" ON "imports" USING btree ("created_at");
  CREATE INDEX "import_rows_import_idx" ON "import_rows" USING btree ("import_id");
  CREATE INDEX "import_rows_updated_at_idx" ON "import_rows" USING btree ("updated_at");
  CREATE INDEX "import_rows_created_at_idx" ON "import_rows" USING btree ("created_at");
  CREATE UNIQUE INDEX "import_number_idx" ON "import_rows" USING btree ("import_id","number");
  CREATE INDEX "import_outcome_number_idx" ON "import_rows" USING btree ("import_id","outcome","number");
  CREATE INDEX "statistics_updated_at_idx" ON "statistics" USING btree ("updated_at");
  CREATE INDEX "statistics_created_at_idx" ON "statistics" USING btree ("created_at");
  CREATE UNIQUE INDEX "metric_bucket_idx" ON "statistics" USING btree ("metric","bucket");
  CREATE INDEX "top_customers_product_idx" ON "top_customers" USING btree ("product_id");
  CREATE INDEX "top_customers_customer_idx" ON "top_customers" USING btree ("customer_id");
  CREATE INDEX "top_customers_updated_at_idx" ON "top_customers" USING btree ("updated_at");
  CREATE INDEX "top_customers_created_at_idx" ON "top_customers" USING btree ("created_at");
  CREATE INDEX "metric_period_product_rank_idx" ON "top_customers" USING btree ("metric","period","product_id","rank");
  ALTER TABLE "mails" ADD CONSTRAINT "mails_license_id_licenses_id_fk" FOREIGN KEY ("license_id") REFERENCES "public"."licenses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_imports_fk" FOREIGN KEY ("imports_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_import_rows_fk" FOREIGN KEY ("import_rows_id") REFERENCES "public"."import_rows"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_statistics_fk" FOREIGN KEY ("statistics_id") REFERENCES "public"."statistics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_top_customers_fk" FOREIGN KEY ("top_customers_id") REFERENCES "public"."top_customers"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "customers_confirmed_at_idx" ON "customers" USING btree ("confirmed_at");
  CREATE INDEX "customers_last_login_idx" ON "customers" USING btree ("last_login");
  CREATE INDEX "customers_disabled_at_idx" ON "customers" USING btree ("disabled_at");
  CREATE INDEX "licenses_expires_at_idx" ON "licenses" USING btree ("expires_at");
  CREATE INDEX "mails_license_idx" ON "mails" USING btree ("license_id");
  CREATE UNIQUE INDEX "mails_once_key_idx" ON "mails" USING btree ("once_key");
  CREATE INDEX "payload_locked_documents_rels_imports_id_idx" ON "payload_locked_documents_rels" USING btree ("imports_id");
  CREATE INDEX "payload_locked_documents_rels_import_rows_id_idx" ON "payload_locked_documents_rels" USING btree ("import_rows_id");
  CREATE INDEX "payload_locked_documents_rels_statistics_id_idx" ON "payload_locked_documents_rels" USING btree ("statistics_id");
  CREATE INDEX "payload_locked_documents_rels_top_customers_id_idx" ON "payload_locked_documents_rels" USING btree ("top_customers_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "imports" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "import_rows" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "statistics" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "top_customers" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "imports" CASCADE;
  DROP TABLE "import_rows" CASCADE;
  DROP TABLE "statistics" CASCADE;
  DROP TABLE "top_customers" CASCADE;
  ALTER TABLE "mails" DROP CONSTRAINT "mails_license_id_licenses_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_imports_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_import_rows_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_statistics_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_top_customers_fk";
  
  ALTER TABLE "account_tokens" ALTER COLUMN "purpose" SET DATA TYPE text;
  DROP TYPE "public"."enum_account_tokens_purpose";
  CREATE TYPE "public"."enum_account_tokens_purpose" AS ENUM('confirmEmail', 'resetPassword', 'changeEmail', 'cancelEmailChange', 'endSession', 'secondFactor', 'passkeyLogin', 'passkeyRegistration', 'totpSetup');
  ALTER TABLE "account_tokens" ALTER COLUMN "purpose" SET DATA TYPE "public"."enum_account_tokens_purpose" USING "purpose"::"public"."enum_account_tokens_purpose";
  DROP INDEX "customers_confirmed_at_idx";
  DROP INDEX "customers_last_login_idx";
  DROP INDEX "customers_disabled_at_idx";
  DROP INDEX "licenses_expires_at_idx";
  DROP INDEX "mails_license_idx";
  DROP INDEX "mails_once_key_idx";
  DROP INDEX "payload_locked_documents_rels_imports_id_idx";
  DROP INDEX "payload_locked_documents_rels_import_rows_id_idx";
  DROP INDEX "payload_locked_documents_rels_statistics_id_idx";
  DROP INDEX "payload_locked_documents_rels_top_customers_id_idx";
  ALTER TABLE "customers" DROP COLUMN "language";
  ALTER TABLE "customers" DROP COLUMN "imported_hash";
  ALTER TABLE "mails" DROP COLUMN "license_id";
  ALTER TABLE "mails" DROP COLUMN "once_key";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "imports_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "import_rows_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "statistics_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "top_customers_id";
  ALTER TABLE "settings" DROP COLUMN "expiry_warnings";
  ALTER TABLE "settings" DROP COLUMN "expiry_warning_days";
  DROP TYPE "public"."enum_customers_language";
  DROP TYPE "public"."enum_imports_kind";
  DROP TYPE "public"."enum_imports_mode";
  DROP TYPE "public"."enum_imports_status";
  DROP TYPE "public"."enum_import_rows_outcome";`)
}
