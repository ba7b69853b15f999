DROP INDEX "survey_submissions_part_id_index";--> statement-breakpoint
DROP INDEX "waiting_answers_part_id_index";--> statement-breakpoint
ALTER TABLE "survey_submissions" DROP CONSTRAINT "survey_submissions_pkey";--> statement-breakpoint
ALTER TABLE "waiting_answers" DROP CONSTRAINT "waiting_answers_pkey";--> statement-breakpoint
ALTER TABLE "survey_submissions" ADD CONSTRAINT "survey_submissions_part_id_key_hash_pk" PRIMARY KEY("part_id","key_hash");--> statement-breakpoint
ALTER TABLE "waiting_answers" ADD CONSTRAINT "waiting_answers_part_id_id_pk" PRIMARY KEY("part_id","id");
