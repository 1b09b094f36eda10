ALTER TYPE "public"."import_kind" ADD VALUE 'responses';--> statement-breakpoint
CREATE TABLE "response_import_rows" (
	"import_id" uuid NOT NULL,
	"number" text NOT NULL,
	"line" integer NOT NULL,
	"row" jsonb NOT NULL,
	CONSTRAINT "response_import_rows_import_id_number_pk" PRIMARY KEY("import_id","number")
);
--> statement-breakpoint
ALTER TABLE "response_import_rows" ADD CONSTRAINT "response_import_rows_import_id_file_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."file_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "response_import_rows_line_idx" ON "response_import_rows" USING btree ("import_id","line");