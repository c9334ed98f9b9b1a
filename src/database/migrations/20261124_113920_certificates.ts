import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "signing_keys" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key_id" varchar NOT NULL,
  	"public_key" varchar NOT NULL,
  	"private_key" varchar NOT NULL,
  	"retired_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "signing_keys_id" uuid;
  ALTER TABLE "settings" ADD COLUMN "certificate_days" numeric DEFAULT 90;
  CREATE UNIQUE INDEX "signing_keys_key_id_idx" ON "signing_keys" USING btree ("key_id");
  CREATE INDEX "signing_keys_updated_at_idx" ON "signing_keys" USING btree ("updated_at");
  CREATE INDEX "signing_keys_created_at_idx" ON "signing_keys" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_signing_keys_fk" FOREIGN KEY ("signing_keys_id") REFERENCES "public"."signing_keys"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_signing_keys_id_idx" ON "payload_locked_documents_rels" USING btree ("signing_keys_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "signing_keys" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "signing_keys" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_signing_keys_fk";
  
  DROP INDEX "payload_locked_documents_rels_signing_keys_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "signing_keys_id";
  ALTER TABLE "settings" DROP COLUMN "certificate_days";`)
}
