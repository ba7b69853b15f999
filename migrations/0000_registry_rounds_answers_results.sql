CREATE TABLE "audit_events" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text,
	"event" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disclosure_scores" (
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"score" smallint NOT NULL,
	"remark" text,
	"assessed_on" date,
	CONSTRAINT "disclosure_scores_round_id_agency_id_item_code_pk" PRIMARY KEY("round_id","agency_id","item_code"),
	CONSTRAINT "disclosure_scores_score" CHECK ("disclosure_scores"."score" in (0, 100))
);
--> statement-breakpoint
CREATE TABLE "framework_versions" (
	"hash" text PRIMARY KEY NOT NULL,
	"fiscal_year" integer NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agencies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"code_key" text GENERATED ALWAYS AS (lower(code)) STORED NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"type_code" text NOT NULL,
	"ministry_code" text,
	"province_code" text,
	"size" text,
	"website" text,
	"is_imaginary" boolean DEFAULT false NOT NULL,
	CONSTRAINT "agencies_code_key" UNIQUE("code_key"),
	CONSTRAINT "agencies_size" CHECK ("agencies"."size" in ('S', 'M', 'L'))
);
--> statement-breakpoint
CREATE TABLE "agency_types" (
	"code" text PRIMARY KEY NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ministries" (
	"code" text PRIMARY KEY NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provinces" (
	"code" text PRIMARY KEY NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "result_freezes" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text,
	"agencies" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "result_publications" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "results" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"fiscal_year" integer NOT NULL,
	"origin" text NOT NULL,
	"round_id" uuid,
	"framework_hash" text,
	"total" numeric(5, 2),
	"rating" text,
	"figures" jsonb NOT NULL,
	"ranks" jsonb NOT NULL,
	"disagreements" jsonb NOT NULL,
	"sheet" jsonb,
	"sheet_hash" text,
	"source" text,
	"note_th" text,
	"note_en" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "results_agency_year_origin" UNIQUE("agency_id","fiscal_year","origin"),
	CONSTRAINT "results_origin" CHECK ("results"."origin" in ('computed', 'imported')),
	CONSTRAINT "results_round" CHECK (("results"."origin" = 'computed') = ("results"."round_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"staff_headcount" integer,
	"note_th" text,
	"note_en" text,
	CONSTRAINT "enrolments_round_id_agency_id_pk" PRIMARY KEY("round_id","agency_id")
);
--> statement-breakpoint
CREATE TABLE "round_closes" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fiscal_year" integer NOT NULL,
	"framework_hash" text NOT NULL,
	CONSTRAINT "rounds_fiscal_year" UNIQUE("fiscal_year")
);
--> statement-breakpoint
CREATE TABLE "survey_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"part" text NOT NULL,
	"answered_on" date NOT NULL,
	"answers" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "disclosure_scores" ADD CONSTRAINT "disclosure_scores_enrolment" FOREIGN KEY ("round_id","agency_id") REFERENCES "public"."enrolments"("round_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_type_code_agency_types_code_fk" FOREIGN KEY ("type_code") REFERENCES "public"."agency_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_ministry_code_ministries_code_fk" FOREIGN KEY ("ministry_code") REFERENCES "public"."ministries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_province_code_provinces_code_fk" FOREIGN KEY ("province_code") REFERENCES "public"."provinces"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_freezes" ADD CONSTRAINT "result_freezes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_publications" ADD CONSTRAINT "result_publications_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_framework_hash_framework_versions_hash_fk" FOREIGN KEY ("framework_hash") REFERENCES "public"."framework_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_closes" ADD CONSTRAINT "round_closes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_framework_hash_framework_versions_hash_fk" FOREIGN KEY ("framework_hash") REFERENCES "public"."framework_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_enrolment" FOREIGN KEY ("round_id","agency_id") REFERENCES "public"."enrolments"("round_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agencies_type_code_index" ON "agencies" USING btree ("type_code");--> statement-breakpoint
CREATE INDEX "agencies_ministry_code_index" ON "agencies" USING btree ("ministry_code");--> statement-breakpoint
CREATE INDEX "agencies_province_code_index" ON "agencies" USING btree ("province_code");--> statement-breakpoint
CREATE INDEX "results_fiscal_year_origin_total_index" ON "results" USING btree ("fiscal_year","origin","total" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "results_round_id_index" ON "results" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "survey_answers_round_id_agency_id_part_index" ON "survey_answers" USING btree ("round_id","agency_id","part");