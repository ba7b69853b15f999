-- Rows from before the chain cannot be hashed here as the application hashes; nothing is released, so they go.
DELETE FROM "audit_events";--> statement-breakpoint
CREATE TABLE "audit_head" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"count" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_is_only" CHECK ("audit_head"."is_only")
);
--> statement-breakpoint
ALTER TABLE "audit_events" ALTER COLUMN "number" DROP IDENTITY;--> statement-breakpoint
ALTER TABLE "audit_events" ALTER COLUMN "at" SET DATA TYPE timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "role" text;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "previous_hash" text NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "hash" text NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_events_event_number_index" ON "audit_events" USING btree ("event","number");--> statement-breakpoint
CREATE INDEX "audit_events_subject_number_index" ON "audit_events" USING btree ("subject","number");--> statement-breakpoint
INSERT INTO "audit_head" ("count", "hash") VALUES (0, repeat('0', 64));--> statement-breakpoint
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% on % is refused: the audit trail is append-only', TG_OP, TG_TABLE_NAME;
END
$$;--> statement-breakpoint
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();--> statement-breakpoint
CREATE TRIGGER "audit_head_stays" BEFORE DELETE OR TRUNCATE ON "audit_head"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
