ALTER TABLE "agencies" ADD COLUMN "active_from" date;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "active_to" date;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_active" CHECK ("agencies"."active_from" <= "agencies"."active_to");