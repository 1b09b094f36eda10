DROP TABLE "ballots" CASCADE;--> statement-breakpoint
drop function cast_ballot(bytea, uuid, bytea, integer[], integer[], text[]);
