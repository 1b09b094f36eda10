import type { Locale } from "#domain/basics/bilingual.ts";
import type { QuestionProfile } from "#domain/involvement/equality.ts";
import { ShareBesideTable } from "#components/charts/share-beside-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** Who took part beside who lives in the area, one table and plot for each question. */
export function EqualityProfile({ locale, profile, source }: { readonly locale: Locale; readonly profile: readonly QuestionProfile[]; readonly source: string }) {
  const t = messages(locale).evaluation;
  const f = format(locale);
  if (profile.length === 0) return <p>{t.noAnswers}</p>;
  return (
    <div className="stack-l">
      <p>{t.profileLead}</p>
      {profile.map(({ question, answered, lines }) => {
        const answers: Readonly<Record<string, string>> = t.questions[question].answers;
        const percent = (share: number | null, none: string) => (share === null ? none : f.percent(share, 1));
        return (
          <ShareBesideTable
            key={question}
            caption={t.questions[question].short}
            legend={{ share: t.tookPart, area: t.area }}
            headers={{ name: t.answer, people: t.people, share: t.share, area: t.areaShare, plot: t.plot }}
            rows={[
              ...lines.map(({ answer, people, share, areaShare }) => ({
                name: answers[answer] ?? answer,
                people: people === null ? t.tooFew : f.number(people),
                share: percent(share, people === null ? t.tooFew : t.notKnown),
                areaShare: percent(areaShare, t.notKnown),
                sharePercent: share === null ? null : share * 100,
                areaPercent: areaShare === null ? null : areaShare * 100,
              })),
              ...(answered === null ? [] : [{ name: t.answered, people: f.number(answered), share: "", areaShare: "", sharePercent: null, areaPercent: null }]),
            ]}
          />
        );
      })}
      <p className="small muted">
        {t.hidden} {source === "" ? null : t.sourceOf({ source })}
      </p>
    </div>
  );
}
