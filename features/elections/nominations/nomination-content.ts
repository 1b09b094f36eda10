import type { nominations } from "#db/schema/elections/nominations.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { PhotoAnswer } from "#domain/basics/photo-fields.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";

/** What somebody who stands writes of themselves. */
export interface NominationContent {
  readonly writtenIn: Locale;
  readonly givenName: string;
  readonly surname: string;
  readonly showsSurname: boolean;
  readonly school: string;
  readonly yearGroup: number | null;
  readonly born: CivilDay;
  readonly statement: string;
  readonly otherStatement: string;
  readonly promises: string;
  readonly otherPromises: string;
  readonly videoUrl: string;
  readonly videoCaptioned: boolean;
  readonly parentName: string;
  readonly parentEmail: string;
  readonly photo: PhotoAnswer;
}

/** The columns that keep it; the photo and the consent have their own rules. */
export function contentColumns(content: NominationContent): Omit<Partial<typeof nominations.$inferInsert>, "givenName"> & { readonly givenName: string } {
  const { writtenIn, statement, otherStatement, promises, otherPromises } = content;
  const [english, welsh] = writtenIn === "en" ? [{ statement, promises }, { statement: otherStatement, promises: otherPromises }] : [{ statement: otherStatement, promises: otherPromises }, { statement, promises }];
  return {
    givenName: content.givenName,
    surname: content.surname,
    showsSurname: content.showsSurname,
    school: content.school,
    yearGroup: content.yearGroup,
    born: content.born,
    statementEn: english.statement,
    statementCy: welsh.statement,
    promisesEn: english.promises,
    promisesCy: welsh.promises,
    videoUrl: content.videoUrl,
    videoCaptioned: content.videoUrl !== "" && content.videoCaptioned,
    parentName: content.parentName,
    parentEmail: content.parentEmail,
  };
}
