CREATE TABLE "call_list_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interview_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"enumerator_id" uuid NOT NULL,
	"quota" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text,
	"ended_at" timestamp with time zone,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "interviews" (
	"key_hash" "bytea" PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"state" text NOT NULL,
	"is_over_quota" boolean NOT NULL,
	"reason" text,
	"sealed" "bytea",
	"received_at" timestamp with time zone,
	"seconds" integer
);
--> statement-breakpoint
CREATE TABLE "survey_pace_reminders" (
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_pace_reminders_once" PRIMARY KEY("round_id","agency_id","due_on")
);
--> statement-breakpoint
ALTER TABLE "call_list_entries" ADD CONSTRAINT "call_list_entries_assignment_id_interview_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."interview_assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_assignments" ADD CONSTRAINT "interview_assignments_part_id_survey_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."survey_parts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_assignments" ADD CONSTRAINT "interview_assignments_enumerator_id_users_id_fk" FOREIGN KEY ("enumerator_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_part_id_survey_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."survey_parts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_assignment_id_interview_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."interview_assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_pace_reminders" ADD CONSTRAINT "survey_pace_reminders_enrolment" FOREIGN KEY ("round_id","agency_id") REFERENCES "public"."enrolments"("round_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_list_entries_assignment_id_index" ON "call_list_entries" USING btree ("assignment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interview_assignments_active" ON "interview_assignments" USING btree ("part_id","enumerator_id") WHERE "interview_assignments"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "interview_assignments_enumerator_id_index" ON "interview_assignments" USING btree ("enumerator_id");--> statement-breakpoint
CREATE INDEX "interviews_assignment_id_index" ON "interviews" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "interviews_held" ON "interviews" USING btree ("part_id") WHERE "interviews"."sealed" is not null;