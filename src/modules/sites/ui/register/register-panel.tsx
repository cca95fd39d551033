/* For the page of a site: what of the register holds on the day, in short, whether another record stands for it, and the way to all of it. */
import { useAnswer } from '../../../../app/ask.ts'
import { asOfQuery, useAsOf } from '../../../../app/kit/as-of-picker.tsx'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import type { EntryShown, RegisterPage } from '../../domain/register/register-answers.ts'
import { linesOf } from './entries-panel.tsx'
import { LikelyNote, MergedNote } from './relatives-panel.tsx'

export function RegisterPanel({ site }: { readonly site: string }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<RegisterPage>(`/api/sites/${site}/register${asOfQuery(useAsOf())}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const holding = data.entries.filter((one) => one.holds)
  const photos = data.documents.filter((one) => one.withdrawnAt === null).length
  return (
    <Panel title={t('register.panel')} aside={<LinkButton to={`/sites/${site}/register`}>{t('register.open')}</LinkButton>}>
      <MergedNote page={data} mayEdit={false} />
      {holding.length === 0 && <p className="ink-3">{t('register.panel.none')}</p>}
      {holding.length > 0 && <Holding entries={holding} today={data.asOf} />}
      <p className="small">{t('register.panel.counts', { documents: photos, parts: data.parts.length })}</p>
      <LikelyNote likely={data.likely} />
    </Panel>
  )
}

/** One matter a line: what is written, since when (its age as ink), and who says it. */
function Holding({ entries, today }: { readonly entries: readonly EntryShown[]; readonly today: string }) {
  const { t } = useWords()
  return (
    <div className="table-wrap">
      <table className="table cards brief" role="table">
        <caption className="unseen">{t('register.panel')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['matter', 'written', 'since', 'source'] as const).map((head) => (
              <th key={head} role="columnheader" scope="col" className={`register-${head}`}>
                {t(`register.panel.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {entries.map((one) => (
            <tr key={one.entry} role="row">
              <td role="cell" className="whole">
                <b>{t(`register.group.${one.content.group}`)}</b>
              </td>
              <td role="cell" className="whole">
                {briefOf(t, one)}
              </td>
              <td role="cell" className="beside">
                <DateText date={one.from} age today={today} />
              </td>
              <td role="cell" className="beside">
                {one.source.name}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Enough to recognise it; the register says the rest. */
function briefOf(t: Translate, one: EntryShown): string {
  const { content } = one
  if (content.group === 'party') return `${content.entity.name} (${wordOr(`register.option.${content.role}`, content.role)})`
  return linesOf(t, one)
    .slice(0, 4)
    .map(([term, value]) => `${term} : ${value}`)
    .join(' · ')
}
