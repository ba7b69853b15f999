CREATE TABLE "disclosure_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"number" integer NOT NULL,
	"has" boolean NOT NULL,
	"explanation" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text,
	CONSTRAINT "disclosure_answers_number" UNIQUE("round_id","agency_id","item_code","number")
);
--> statement-breakpoint
CREATE TABLE "disclosure_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"link_id" uuid NOT NULL,
	"is_current" boolean NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disclosure_claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"assessor_id" uuid NOT NULL,
	"seat" smallint NOT NULL,
	"claimed_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "disclosure_claims_seat_number" CHECK ("disclosure_claims"."seat" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "disclosure_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "disclosure_explanations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "disclosure_findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" text,
	"reason_kind" text NOT NULL,
	"text" text NOT NULL,
	"retired_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "disclosure_items" (
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"state" text NOT NULL,
	"state_at" timestamp with time zone NOT NULL,
	"unit_id" uuid,
	"owner_id" uuid,
	"due_on" date,
	CONSTRAINT "disclosure_items_round_id_agency_id_item_code_pk" PRIMARY KEY("round_id","agency_id","item_code")
);
--> statement-breakpoint
CREATE TABLE "disclosure_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"answer_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"url" text NOT NULL,
	"kind" text NOT NULL,
	"format" text,
	"place" text NOT NULL,
	CONSTRAINT "disclosure_links_position" UNIQUE("answer_id","position"),
	CONSTRAINT "disclosure_links_kind" CHECK ("disclosure_links"."kind" in ('page', 'file'))
);
--> statement-breakpoint
CREATE TABLE "disclosure_markings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"is_double" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "disclosure_marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"kind" text NOT NULL,
	"score" smallint NOT NULL,
	"reason_kind" text,
	"remark" text NOT NULL,
	"elements" jsonb NOT NULL,
	"assessed_on" date NOT NULL,
	"assessor_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "disclosure_marks_kind" CHECK ("disclosure_marks"."kind" in ('first', 'second', 'settled', 'remarked')),
	CONSTRAINT "disclosure_marks_score" CHECK ("disclosure_marks"."score" in (0, 100)),
	CONSTRAINT "disclosure_marks_reason" CHECK (("disclosure_marks"."score" = 0) = ("disclosure_marks"."reason_kind" is not null)),
	CONSTRAINT "disclosure_marks_reason_kind" CHECK ("disclosure_marks"."reason_kind" in ('element', 'condition', 'notDisclosed'))
);
--> statement-breakpoint
CREATE TABLE "disclosure_notices" (
	"link_id" uuid NOT NULL,
	"check_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "disclosure_notices_link_id_check_id_pk" PRIMARY KEY("link_id","check_id")
);
--> statement-breakpoint
CREATE TABLE "disclosure_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"answer_id" uuid NOT NULL,
	"elements" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "disclosure_showings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"is_shown" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "disclosure_snapshots" (
	"link_id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone,
	"report" jsonb,
	"status" smallint,
	"headers" jsonb,
	"body_key" text,
	"body_bytes" integer,
	"text_key" text,
	"picture_key" text,
	CONSTRAINT "disclosure_snapshots_state" CHECK ("disclosure_snapshots"."state" in ('waiting', 'taken', 'unreachable')),
	CONSTRAINT "disclosure_snapshots_taken" CHECK (("disclosure_snapshots"."state" = 'waiting') = ("disclosure_snapshots"."taken_at" is null))
);
--> statement-breakpoint
CREATE TABLE "disclosure_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"act" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text,
	"role" text
);
--> statement-breakpoint
CREATE TABLE "disclosure_watches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"day" date NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"progressed_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"links_total" integer NOT NULL,
	"links_done" integer NOT NULL,
	"links_failed" integer NOT NULL,
	"after_link_id" uuid,
	CONSTRAINT "disclosure_watches_day" UNIQUE("round_id","day")
);
--> statement-breakpoint
ALTER TABLE "disclosure_answers" ADD CONSTRAINT "disclosure_answers_item" FOREIGN KEY ("round_id","agency_id","item_code") REFERENCES "public"."disclosure_items"("round_id","agency_id","item_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_checks" ADD CONSTRAINT "disclosure_checks_link_id_disclosure_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."disclosure_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_claims" ADD CONSTRAINT "disclosure_claims_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_claims" ADD CONSTRAINT "disclosure_claims_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_claims" ADD CONSTRAINT "disclosure_claims_assessor_id_users_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_explanations" ADD CONSTRAINT "disclosure_explanations_item" FOREIGN KEY ("round_id","agency_id","item_code") REFERENCES "public"."disclosure_items"("round_id","agency_id","item_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_items" ADD CONSTRAINT "disclosure_items_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_items" ADD CONSTRAINT "disclosure_items_enrolment" FOREIGN KEY ("round_id","agency_id") REFERENCES "public"."enrolments"("round_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_items" ADD CONSTRAINT "disclosure_items_unit" FOREIGN KEY ("agency_id","unit_id") REFERENCES "public"."units"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_links" ADD CONSTRAINT "disclosure_links_answer_id_disclosure_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."disclosure_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_markings" ADD CONSTRAINT "disclosure_markings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_marks" ADD CONSTRAINT "disclosure_marks_assessor_id_users_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_marks" ADD CONSTRAINT "disclosure_marks_item" FOREIGN KEY ("round_id","agency_id","item_code") REFERENCES "public"."disclosure_items"("round_id","agency_id","item_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_notices" ADD CONSTRAINT "disclosure_notices_link_id_disclosure_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."disclosure_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_notices" ADD CONSTRAINT "disclosure_notices_check_id_disclosure_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."disclosure_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_reviews" ADD CONSTRAINT "disclosure_reviews_answer_id_disclosure_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."disclosure_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_showings" ADD CONSTRAINT "disclosure_showings_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_snapshots" ADD CONSTRAINT "disclosure_snapshots_link_id_disclosure_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."disclosure_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_steps" ADD CONSTRAINT "disclosure_steps_item" FOREIGN KEY ("round_id","agency_id","item_code") REFERENCES "public"."disclosure_items"("round_id","agency_id","item_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_watches" ADD CONSTRAINT "disclosure_watches_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_checks_current" ON "disclosure_checks" USING btree ("link_id") WHERE "disclosure_checks"."is_current";--> statement-breakpoint
CREATE INDEX "disclosure_checks_link_id_first_at_index" ON "disclosure_checks" USING btree ("link_id","first_at");--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_claims_seat" ON "disclosure_claims" USING btree ("round_id","agency_id","seat") WHERE "disclosure_claims"."released_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_claims_assessor" ON "disclosure_claims" USING btree ("round_id","agency_id","assessor_id") WHERE "disclosure_claims"."released_at" is null;--> statement-breakpoint
CREATE INDEX "disclosure_claims_assessor_id_index" ON "disclosure_claims" USING btree ("assessor_id");--> statement-breakpoint
CREATE INDEX "disclosure_comments_round_id_agency_id_item_code_at_index" ON "disclosure_comments" USING btree ("round_id","agency_id","item_code","at");--> statement-breakpoint
CREATE INDEX "disclosure_explanations_round_id_agency_id_item_code_at_index" ON "disclosure_explanations" USING btree ("round_id","agency_id","item_code","at");--> statement-breakpoint
CREATE INDEX "disclosure_items_round_id_state_index" ON "disclosure_items" USING btree ("round_id","state");--> statement-breakpoint
CREATE INDEX "disclosure_items_owner_id_index" ON "disclosure_items" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "disclosure_markings_round_id_at_index" ON "disclosure_markings" USING btree ("round_id","at");--> statement-breakpoint
CREATE INDEX "disclosure_marks_round_id_agency_id_item_code_at_index" ON "disclosure_marks" USING btree ("round_id","agency_id","item_code","at");--> statement-breakpoint
CREATE INDEX "disclosure_marks_assessor_id_index" ON "disclosure_marks" USING btree ("assessor_id");--> statement-breakpoint
CREATE INDEX "disclosure_reviews_answer_id_at_index" ON "disclosure_reviews" USING btree ("answer_id","at");--> statement-breakpoint
CREATE INDEX "disclosure_showings_agency_id_at_index" ON "disclosure_showings" USING btree ("agency_id","at");--> statement-breakpoint
CREATE INDEX "disclosure_steps_round_id_agency_id_item_code_at_index" ON "disclosure_steps" USING btree ("round_id","agency_id","item_code","at");