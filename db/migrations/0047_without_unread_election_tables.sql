DROP TABLE "hustings" CASCADE;--> statement-breakpoint
DROP TABLE "hustings_answers" CASCADE;--> statement-breakpoint
DROP TABLE "hustings_questions" CASCADE;--> statement-breakpoint
DROP TABLE "code_packs" CASCADE;--> statement-breakpoint
DROP TABLE "election_schools" CASCADE;--> statement-breakpoint
DROP TABLE "school_years" CASCADE;--> statement-breakpoint
DROP TYPE "public"."hustings_question_state";