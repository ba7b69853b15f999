CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid,
	"name" text,
	"position_title" text,
	"email" text,
	"email_key" text GENERATED ALWAYS AS (lower(email)) STORED,
	"phone" text,
	"left_on" date,
	"anonymised_on" date,
	CONSTRAINT "people_email_key" UNIQUE("agency_id","email_key"),
	CONSTRAINT "people_known_or_anonymised" CHECK (case when "people"."anonymised_on" is null then "people"."name" is not null and "people"."email" is not null
        else coalesce("people"."name", "people"."position_title", "people"."email", "people"."phone") is null
          and "people"."left_on" is not null end)
);
--> statement-breakpoint
CREATE TABLE "registry_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"started_by" text,
	"rows_total" integer NOT NULL,
	"rows_done" integer NOT NULL,
	"state" text NOT NULL,
	"progressed_at" timestamp with time zone NOT NULL,
	"result" jsonb,
	CONSTRAINT "registry_imports_kind" CHECK ("registry_imports"."kind" in ('agencies', 'units', 'people')),
	CONSTRAINT "registry_imports_state" CHECK ("registry_imports"."state" in ('running', 'done', 'refused', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"code" text NOT NULL,
	"code_key" text GENERATED ALWAYS AS (lower(code)) STORED NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"parent_id" uuid,
	"position" integer NOT NULL,
	"closed_on" date,
	CONSTRAINT "units_code_key" UNIQUE("agency_id","code_key"),
	CONSTRAINT "units_of_agency" UNIQUE("agency_id","id"),
	CONSTRAINT "units_kind" CHECK ("units"."kind" in ('bureau', 'division', 'centre', 'group', 'section', 'other')),
	CONSTRAINT "units_not_own_parent" CHECK ("units"."parent_id" <> "units"."id")
);
--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_unit" FOREIGN KEY ("agency_id","unit_id") REFERENCES "public"."units"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_parent" FOREIGN KEY ("agency_id","parent_id") REFERENCES "public"."units"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "people_unit_id_index" ON "people" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "people_email_key_index" ON "people" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "registry_imports_started_at_index" ON "registry_imports" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "units_parent_id_index" ON "units" USING btree ("parent_id");