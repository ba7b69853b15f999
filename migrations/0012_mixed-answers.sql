DROP INDEX "survey_answers_counting";--> statement-breakpoint
ALTER TABLE "survey_answers" ADD COLUMN "respondents" integer;--> statement-breakpoint
ALTER TABLE "survey_answers" ADD COLUMN "days" date[];--> statement-breakpoint
ALTER TABLE "survey_answers" ADD COLUMN "day_counts" integer[];--> statement-breakpoint
-- A row from before holds one answer: as good as any other, and mixed with the rest when its part closes.
UPDATE "survey_answers" SET "respondents" = 1, "days" = ARRAY["answered_on"], "day_counts" = ARRAY[1];--> statement-breakpoint
ALTER TABLE "survey_answers" ALTER COLUMN "respondents" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_answers" ALTER COLUMN "days" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_answers" ALTER COLUMN "day_counts" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_answers" DROP COLUMN "answered_on";--> statement-breakpoint
CREATE INDEX "survey_answers_counting" ON "survey_answers" USING btree ("round_id","agency_id","part","respondents");
