CREATE TABLE "postcode_import_rows" (
	"import_id" uuid NOT NULL,
	"postcode" text NOT NULL,
	"area_id" uuid,
	CONSTRAINT "postcode_import_rows_import_id_postcode_pk" PRIMARY KEY("import_id","postcode")
);
--> statement-breakpoint
ALTER TABLE "postcode_import_rows" ADD CONSTRAINT "postcode_import_rows_import_id_file_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."file_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Pieces of large files are read once or twice: squeezing each costs more than the disk it saves.
ALTER TABLE "stored_file_pieces" ALTER COLUMN "content" SET STORAGE EXTERNAL;
