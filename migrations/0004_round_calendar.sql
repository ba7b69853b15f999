CREATE TABLE "round_extensions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"phase" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "round_phases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"phase" text NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text,
	CONSTRAINT "round_phases_dates" CHECK ("round_phases"."opens_at" < "round_phases"."closes_at")
);
--> statement-breakpoint
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_enrolment" FOREIGN KEY ("round_id","agency_id") REFERENCES "public"."enrolments"("round_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_phases" ADD CONSTRAINT "round_phases_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_extensions_round_id_agency_id_phase_index" ON "round_extensions" USING btree ("round_id","agency_id","phase");--> statement-breakpoint
CREATE INDEX "round_phases_round_id_phase_index" ON "round_phases" USING btree ("round_id","phase");