/* For the page of a site: what of the register holds on the day, in short, whether another record stands for it, and the way to all of it. */
import { useAnswer } from '../../../../app/ask.ts'
import { asOfQuery, useAsOf } from '../../../../app/kit/as-of-picker.tsx'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { RegisterPage } from '../../domain/register/register-answers.ts'
import { linesOf } from './entries-panel.tsx'
import { LikelyNote, MergedNote } from './relatives-panel.tsx'

export function RegisterPanel({ site }: { readonly site: string }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<RegisterPage>(`/api/sites/${site}/register${asOfQuery(useAsOf())}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const holding = data.entries.filter((one) => one.holds)
  const lines = holding.map((one) => {
    const said = linesOf(t, one).map(([term, value]) => `${term} : ${value}`)
    return [`${t(`register.group.${one.content.group}`)} · ${dateText(one.from)}`, said.join(' · ')] as const
  })
  const photos = data.documents.filter((one) => one.withdrawnAt === null).length
  return (
    <Panel title={t('register.panel')} aside={<LinkButton to={`/sites/${site}/register`}>{t('register.open')}</LinkButton>}>
      <MergedNote page={data} mayEdit={false} />
      {lines.length === 0 ? <p className="ink-3">{t('register.panel.none')}</p> : <Pairs lines={unique(lines)} />}
      <p className="small">{t('register.panel.counts', { documents: photos, parts: data.parts.length })}</p>
      <LikelyNote likely={data.likely} />
    </Panel>
  )
}
/** Terms are keys: two titles of one day need two. */
const unique = (lines: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] =>
  lines.map(([term, value], at) => [lines.findIndex(([other]) => other === term) === at ? term : `${term} (${at + 1})`, value])
