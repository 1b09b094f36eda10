ALTER TABLE "mailing_lists" ADD COLUMN "entered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "mailing_lists" m SET "entered" = true
FROM "engagements" e JOIN "responses" r ON r.consultation_id = e.consultation_id JOIN "response_contacts" k ON k.response_id = r.id
WHERE e.id = m.engagement_id AND k.tell_results AND lower(k.email) = lower(m.email);
