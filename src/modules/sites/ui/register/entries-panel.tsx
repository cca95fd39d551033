/* One group of the register: what holds on the day, since when and by whom it was said, and what held before. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, currentLanguage, useWords, wordOr } from '../../../../app/words.ts'
import { dateText, numberText } from '../../../../kernel/phrase.ts'
import type { EntryGroup } from '../../contract-register.ts'
import type { EntryShown, RegisterPage } from '../../domain/register/register-answers.ts'
import { valueText } from './clash-note.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { fieldsOf } from './entry-fields.ts'

export interface EntriesPanelProps {
  readonly page: RegisterPage
  readonly group: EntryGroup
  readonly mayEdit: boolean
}
export function EntriesPanel({ page, group, mayEdit }: EntriesPanelProps) {
  const { t } = useWords()
  const own = page.entries.filter((one) => one.content.group === group)
  const [holding, before] = [own.filter((one) => one.holds), own.filter((one) => !one.holds)]
  const dialog = {
    site: page.site,
    version: page.version,
    group,
    hsCodes: page.hsCodes,
    minerals: page.minerals,
    routes: routesOf(holding),
  }
  return (
    <Panel title={t(`register.group.${group}`)} aside={mayEdit && <EntryDialog {...dialog} />}>
      {holding.length === 0 && <p className="ink-3">{t(`register.none.${group}`)}</p>}
      {holding.map((entry) => (
        <EntryCard key={entry.entry} site={page.site} entry={entry} today={page.asOf}>
          {mayEdit && (
            <div className="row tight no-print">
              <EntryDialog {...dialog} wrong={entry} />
              <EndDialog site={page.site} entry={entry} />
            </div>
          )}
        </EntryCard>
      ))}
      {before.length > 0 && (
        <details className="twin">
          <summary style={{ paddingBlock: 12 }}>{t('register.before', { n: before.length })}</summary>
          {before.map((entry) => (
            <EntryCard key={entry.entry} site={page.site} entry={entry} today={page.asOf} />
          ))}
        </details>
      )}
    </Panel>
  )
}

function EntryCard({
  site,
  entry,
  today,
  children,
}: {
  readonly site: string
  readonly entry: EntryShown
  readonly today: string
  readonly children?: React.ReactNode
}) {
  const { t } = useWords()
  const { source, from, until, replaced, reason, endReason, fromRecord } = entry
  return (
    <div className="stack" style={{ gap: 6, borderTop: '1px solid var(--line)', paddingTop: 10 }}>
      <Pairs lines={linesOf(t, entry)} />
      <p className="small">
        {t('register.since')} <DateText date={from} age today={today} />
        {until !== null && (
          <>
            {' '}
            {t('register.until')} <DateText date={until} />
          </>
        )}
        {' · '}
        {source.name}
        {source.reference && ` (${source.reference})`}
        {replaced && ` · ${t('register.replaced')}`}
        {endReason !== null && ` · ${endReason}`}
        {reason !== null && ` · ${reason}`}
        {fromRecord !== null && ` · ${t('register.from-merged')}`}
      </p>
      <Papers entry={entry} site={site} />
      {children}
    </div>
  )
}

/** The papers on which an entry rests; only who is cleared may open one. */
function Papers({ site, entry }: { readonly site: string; readonly entry: EntryShown }) {
  const mayRead = mayOpen('sites.exact-position', useMe().data)
  if (entry.attachments.length === 0) return null
  return (
    <p className="small row tight">
      {entry.attachments.map(({ file, title }) =>
        mayRead ? (
          <a key={file.sha256} href={`/api/sites/${site}/documents/${file.sha256}`} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          <span key={file.sha256}>{title}</span>
        ),
      )}
    </p>
  )
}

/** The newest entry that names routes speaks for the site. */
const routesOf = (holding: readonly EntryShown[]) =>
  holding.flatMap(({ content }) => (content.group === 'description' && content.mineralRoutes ? [content.mineralRoutes] : []))[0] ?? []

/** A field a line, in the words of the form; what the form does not ask (routes of minerals) by its own name. */
export function linesOf(t: Translate, { content }: Pick<EntryShown, 'content'>): readonly (readonly [string, string])[] {
  const all: { readonly [name: string]: unknown } = content
  const asked = fieldsOf[content.group].flatMap(({ name, word, kind }): (readonly [string, string])[] => {
    let at: unknown = all
    for (const part of name.split('.')) at = typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined
    if (at === undefined || kind === 'routes') return []
    if (kind === 'outline') return [[t(word), t('register.outline.points', { n: pointsIn(at) })]]
    if (kind === 'yes-no') return [[t(word), t(at === true ? 'app.yes' : 'app.no')]]
    if (kind === 'date') return [[t(word), dateText(String(at))]]
    if (typeof at === 'number') return [[t(word), numberText(currentLanguage(), at)]]
    return [[t(word), kind === 'choice' ? wordOr(`register.option.${String(at)}`, String(at)) : valueText(at)]]
  })
  const routes = content.group === 'description' ? (content.mineralRoutes ?? []) : []
  return [
    ...asked,
    ...routes.map(
      ({ mineral, sellingPoints, finalDestinations }) =>
        [
          t('register.route', { mineral: t(`mineral.${mineral}`) }),
          [valueText(sellingPoints), valueText(finalDestinations)].join(' → '),
        ] as const,
    ),
  ]
}
function pointsIn(outline: unknown): number {
  const rings: unknown = typeof outline === 'object' && outline !== null ? Reflect.get(outline, 'coordinates') : []
  const ring: unknown = Array.isArray(rings) ? rings[0] : []
  return Array.isArray(ring) ? Math.max(0, ring.length - 1) : 0
}

function EndDialog({ site, entry }: { readonly site: string; readonly entry: EntryShown }) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('register.end')}
      explain={t('register.end.explain')}
      go={t('register.end')}
      kind="plain"
      path={`/api/sites/${site}/ended-entries`}
      data={on !== '' && reason.trim() !== '' ? { entry: entry.entry, on, reason: reason.trim() } : null}
    >
      <DateField label={t('register.end.on')} value={on} onValue={setOn} min={entry.from} max={todayHere()} required />
      <LongTextField label={t('register.reason')} value={reason} onValue={setReason} rows={2} maxLength={400} required />
    </ActDialog>
  )
}
