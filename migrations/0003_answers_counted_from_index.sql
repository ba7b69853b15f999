DROP INDEX "survey_answers_round_id_agency_id_part_index";--> statement-breakpoint
-- Bytes 0 to 9 become digits, and 255, a question that was not asked, becomes a dash.
ALTER TABLE "survey_answers" ALTER COLUMN "answers" SET DATA TYPE text
	USING replace(regexp_replace(encode("answers", 'hex'), '0([0-9])', '\1', 'g'), 'ff', '-');--> statement-breakpoint
CREATE INDEX "survey_answers_counting" ON "survey_answers" USING btree ("round_id","agency_id","part","answers");
