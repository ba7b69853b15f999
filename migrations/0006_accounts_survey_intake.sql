CREATE TABLE "access_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"prefix" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_on" date,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "access_keys_secretHash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"account_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credentials_account" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "failed_tries" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"refused_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "instance" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"mode" text NOT NULL,
	"agency_id" uuid,
	"started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "instance_is_only" CHECK ("instance"."is_only"),
	CONSTRAINT "instance_mode" CHECK (("instance"."mode" = 'agency') = ("instance"."agency_id" is not null) and "instance"."mode" in ('centre', 'agency'))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"scope_kind" text NOT NULL,
	"agency_id" uuid,
	"unit_id" uuid,
	"type_code" text,
	"ministry_code" text,
	"province_code" text,
	"invited_at" timestamp with time zone NOT NULL,
	"invited_by" text,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitations_scope" CHECK (case "invitations"."scope_kind"
  when 'centre' then num_nonnulls("invitations"."agency_id", "invitations"."unit_id", "invitations"."type_code", "invitations"."ministry_code", "invitations"."province_code") = 0
  when 'group' then num_nonnulls("invitations"."agency_id", "invitations"."unit_id") = 0 and num_nonnulls("invitations"."type_code", "invitations"."ministry_code", "invitations"."province_code") > 0
  when 'agency' then num_nonnulls("invitations"."unit_id", "invitations"."type_code", "invitations"."ministry_code", "invitations"."province_code") = 0 and "invitations"."agency_id" is not null
  when 'unit' then num_nonnulls("invitations"."type_code", "invitations"."ministry_code", "invitations"."province_code") = 0 and num_nonnulls("invitations"."agency_id", "invitations"."unit_id") = 2
  else false end)
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"aaguid" text,
	"created_at" timestamp with time zone,
	CONSTRAINT "passkeys_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limits_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope_kind" text NOT NULL,
	"agency_id" uuid,
	"unit_id" uuid,
	"type_code" text,
	"ministry_code" text,
	"province_code" text,
	"granted_at" timestamp with time zone NOT NULL,
	"granted_by" text,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	"end_reason" text,
	CONSTRAINT "role_grants_scope" CHECK (case "role_grants"."scope_kind"
  when 'centre' then num_nonnulls("role_grants"."agency_id", "role_grants"."unit_id", "role_grants"."type_code", "role_grants"."ministry_code", "role_grants"."province_code") = 0
  when 'group' then num_nonnulls("role_grants"."agency_id", "role_grants"."unit_id") = 0 and num_nonnulls("role_grants"."type_code", "role_grants"."ministry_code", "role_grants"."province_code") > 0
  when 'agency' then num_nonnulls("role_grants"."unit_id", "role_grants"."type_code", "role_grants"."ministry_code", "role_grants"."province_code") = 0 and "role_grants"."agency_id" is not null
  when 'unit' then num_nonnulls("role_grants"."type_code", "role_grants"."ministry_code", "role_grants"."province_code") = 0 and num_nonnulls("role_grants"."agency_id", "role_grants"."unit_id") = 2
  else false end)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"means" text NOT NULL,
	"user_agent" text,
	"ip_address" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"two_factor_enabled" boolean DEFAULT false,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_closings" (
	"part_id" uuid PRIMARY KEY NOT NULL,
	"answers" integer NOT NULL,
	"minimum" integer,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "survey_codes" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"is_used" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_headcounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"staff" integer,
	"service_users" integer,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "survey_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"code" text NOT NULL,
	"revoked_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text,
	CONSTRAINT "survey_links_code" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "survey_parts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"part" text NOT NULL,
	"mode" text NOT NULL,
	"is_closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "survey_parts_place" UNIQUE("round_id","agency_id","part")
);
--> statement-breakpoint
CREATE TABLE "survey_submissions" (
	"key_hash" "bytea" PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waiting_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "access_keys" ADD CONSTRAINT "access_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instance" ADD CONSTRAINT "instance_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_type_code_agency_types_code_fk" FOREIGN KEY ("type_code") REFERENCES "public"."agency_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_ministry_code_ministries_code_fk" FOREIGN KEY ("ministry_code") REFERENCES "public"."ministries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_province_code_provinces_code_fk" FOREIGN KEY ("province_code") REFERENCES "public"."provinces"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_type_code_agency_types_code_fk" FOREIGN KEY ("type_code") REFERENCES "public"."agency_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_ministry_code_ministries_code_fk" FOREIGN KEY ("ministry_code") REFERENCES "public"."ministries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_province_code_provinces_code_fk" FOREIGN KEY ("province_code") REFERENCES "public"."provinces"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_closings" ADD CONSTRAINT "survey_closings_part_id_survey_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."survey_parts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_codes" ADD CONSTRAINT "survey_codes_part_id_survey_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."survey_parts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_headcounts" ADD CONSTRAINT "survey_headcounts_enrolment" FOREIGN KEY ("round_id","agency_id") REFERENCES "public"."enrolments"("round_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_links" ADD CONSTRAINT "survey_links_part_id_survey_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."survey_parts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_parts" ADD CONSTRAINT "survey_parts_enrolment" FOREIGN KEY ("round_id","agency_id") REFERENCES "public"."enrolments"("round_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_keys_user_id_index" ON "access_keys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "credentials_user_id_index" ON "credentials" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "invitations_email_index" ON "invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "invitations_agency_id_index" ON "invitations" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "passkeys_user_id_index" ON "passkeys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "role_grants_user_id_index" ON "role_grants" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "role_grants_agency_id_index" ON "role_grants" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factors_user_id_index" ON "two_factors" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier_index" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "survey_codes_part_id_index" ON "survey_codes" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "survey_headcounts_round_id_agency_id_index" ON "survey_headcounts" USING btree ("round_id","agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_links_current" ON "survey_links" USING btree ("part_id") WHERE "survey_links"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "survey_submissions_part_id_index" ON "survey_submissions" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "waiting_answers_part_id_index" ON "waiting_answers" USING btree ("part_id");