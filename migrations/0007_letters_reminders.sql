CREATE TABLE "letters" (
	"id" text PRIMARY KEY NOT NULL,
	"about" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "round_reminders" (
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"phase" text NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_reminders_once" PRIMARY KEY("round_id","agency_id","phase","closes_at","kind")
);
--> statement-breakpoint
ALTER TABLE "round_reminders" ADD CONSTRAINT "round_reminders_enrolment" FOREIGN KEY ("round_id","agency_id") REFERENCES "public"."enrolments"("round_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_sent_at_asked_at_index" ON "letters" USING btree ("sent_at","asked_at");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_unit" FOREIGN KEY ("agency_id","unit_id") REFERENCES "public"."units"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_unit" FOREIGN KEY ("agency_id","unit_id") REFERENCES "public"."units"("agency_id","id") ON DELETE no action ON UPDATE no action;