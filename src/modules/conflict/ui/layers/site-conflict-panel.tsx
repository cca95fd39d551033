/*
What is known of conflict at a site, on its page: for the cleared here, for committees in its territoire. Each line says its source and its day, and where nobody
looked that is what it says: it is never the same as "nothing is reported". What is known is of today, also where the page stands at another day.
*/
import type { ReactNode } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { ageText } from '../../../../app/kit/clock.ts'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { SitePartProps } from '../../../../app/site/site-part.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import type { Contradiction, RedNeighbour } from '../../contract-layers.ts'
import type { NearestRoadblock, SiteAround, SiteConflict, SiteHere } from '../../contract-site.ts'
import { kilometresText } from '../roads/figures.ts'

export function SiteConflictPanel({ site, asOf }: SitePartProps) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<SiteConflict>(`/api/conflict/sites/${site}`)
  return (
    <Panel title={t('site-conflict.title')} aside={<AppLink to="/conflict-map">{t('site-conflict.map')}</AppLink>}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && data.today !== asOf && <p className="small">{t('site-conflict.today')}</p>}
      {data?.here && <Here here={data.here} data={data} />}
      {data && data.here === null && (
        <Note>
          <b>{t('route.restricted')}.</b> {t('site-conflict.restricted.say')}
        </Note>
      )}
      {data && (data.around === null ? <p>{t('site-conflict.no-territoire')}</p> : <Around around={data.around} data={data} />)}
      {data?.cut && <Note tone="calm">{t('conflict-map.cut', { n: data.cut.listed, total: data.cut.total })}</Note>}
      {data && (
        <Source>
          {t('site-conflict.rules', {
            ...{ near: data.rules.nearKm, red: data.rules.neighbourKm, block: data.rules.roadblockKm },
            ...{ from: data.from, until: data.today },
          })}
        </Source>
      )}
    </Panel>
  )
}

function Here({ here, data }: { readonly here: SiteHere; readonly data: SiteConflict }) {
  const { t } = useWords()
  const { sheet, contradictions, neighbours, roadblock, events, warnings } = here
  const isCovered = data.around?.isCovered === true
  return (
    <Pairs
      lines={[
        [
          t('site-conflict.sheet'),
          sheet === null ? (
            <b key="none">{t('site-conflict.sheet.none')}</b>
          ) : (
            <span key="sheet">
              <AppLink to={`/conflict-sheets/${sheet.sheet}`}>{t(`code.interference.${sheet.interference}`)}</AppLink> ·{' '}
              <DateText date={sheet.on} age /> · {sheet.source}
            </span>
          ),
        ],
        [
          t('site-conflict.contradictions'),
          <Listed key="c" none={t('site-conflict.contradictions.none')}>
            {contradictions.map((one) => contradictionText(t, one))}
          </Listed>,
        ],
        [
          t('site-conflict.neighbours'),
          <Listed key="n" none={t('site-conflict.neighbours.none')}>
            {neighbours.map((one) => (
              <Neighbour key={`${one.red} ${one.site} ${one.mineral}`} row={one} site={data.site} />
            ))}
          </Listed>,
        ],
        [t('site-conflict.roadblock'), <Roadblock key="r" roadblock={roadblock} data={data} />],
        [
          t('site-conflict.events'),
          events.number > 0 ? (
            <span key="e">
              {eventsText(t, events.number, isCovered)} · <DateText date={events.lastOn} age />
            </span>
          ) : (
            <Silence key="e" isLooked={isCovered} />
          ),
        ],
        [t('site-conflict.warnings'), <WarningsHere key="w" number={warnings} />],
      ]}
    />
  )
}
const eventsText = (t: Translate, n: number, isCovered: boolean): string =>
  [t('conflict-map.events', { n }), isCovered ? '' : t('conflict-map.state.told-partly')].filter(Boolean).join(' · ')
/** Told apart in words and in weight: silence where somebody looked, and blindness. */
function Silence({ isLooked }: { readonly isLooked: boolean }) {
  const { t } = useWords()
  return isLooked ? <span>{t('site-conflict.quiet')}</span> : <b>{t('site-conflict.not-looked')}</b>
}
function Listed({ none, children }: { readonly none: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return <span>{none}</span>
  return (
    <ul className="plain-list">
      {children.map((one, at) => (
        <li key={at}>{one}</li>
      ))}
    </ul>
  )
}
function contradictionText(t: Translate, { kind, fact }: Contradiction): ReactNode {
  if (fact === null) return t(`checks.kind.${kind}`)
  const what = fact.what === 'sheet' ? wordOr(`code.interference.${fact.title}`, fact.title) : fact.title
  return (
    <>
      {t(`checks.kind.${kind}`)}
      {t('app.colon')} {t(`checks.what.${fact.what}`)} · {what} · <DateText date={fact.on} age /> · {fact.source}
    </>
  )
}
function Neighbour({ row, site }: { readonly row: RedNeighbour; readonly site: string }) {
  const { t, language } = useWords()
  const isRed = row.red === site
  const [id, name] = isRed ? [row.site, row.siteName] : [row.red, row.redName]
  return (
    <>
      <AppLink to={`/sites/${id}`}>{name}</AppLink> ({t(isRed ? 'site-conflict.is-neighbour' : 'site-conflict.is-red')}, {row.mineral}
      {row.kilometres === null ? '' : `, ${kilometresText(language, row.kilometres)}`}
      {row.road === null ? '' : `, ${row.road}`})
    </>
  )
}
function Roadblock({ roadblock, data }: { readonly roadblock: NearestRoadblock | null; readonly data: SiteConflict }) {
  const { t, language } = useWords()
  if (roadblock === null) {
    const isLooked = data.around?.roadblocks === 'yes'
    return <Silence isLooked={isLooked} />
  }
  const { name, kilometres, operators, on, freshness, state, source } = roadblock
  const held = operators.map((one) => [t(`route.operator.${one.class}`), one.name].filter(Boolean).join(`${t('app.colon')} `)).join(', ')
  return (
    <span>
      <AppLink to="/roadblocks">{name}</AppLink> · {kilometresText(language, kilometres)} · {held} · <DateText date={on} age />{' '}
      {freshness === 'stale' ? t('roads.fresh.stale.say') : ageText(t, on, data.today)}
      {state === 'proposed' ? ` · ${t('route.proposed')}` : ''} · {source.name} ({source.reliability}
      {source.credibility})
    </span>
  )
}
function WarningsHere({ number }: { readonly number: number }) {
  const { t } = useWords()
  return number === 0 ? (
    <span>{t('site-conflict.warnings.none')}</span>
  ) : (
    <AppLink to="/warnings">{t('site-conflict.warnings.n', { n: number })}</AppLink>
  )
}

function Around({ around, data }: { readonly around: SiteAround; readonly data: SiteConflict }) {
  const { t } = useWords()
  const { name, operators, roadblocks, lastLooked, isCovered, events, warnings } = around
  return (
    <div className="stack">
      <h3>{t('site-conflict.around', { name })}</h3>
      <Pairs
        lines={[
          [
            t('site-conflict.events'),
            events === null || events === 0 ? <Silence key="e" isLooked={isCovered} /> : eventsText(t, events, isCovered),
          ],
          [
            t('conflict-map.layer.roadblocks'),
            <span key="r">
              {operators.length > 0 && `${operators.map((one) => t(`route.operator.${one}`)).join(', ')} · `}
              {roadblocks === 'no' ? <b>{t('roads.looked.no')}</b> : t(`roads.looked.${roadblocks}`)}
              {lastLooked !== null && (
                <>
                  {' '}
                  · {t('roads.last-looked')} <DateText date={lastLooked} age today={data.today} />
                </>
              )}
            </span>,
          ],
          [
            t('site-conflict.warnings'),
            warnings.length === 0
              ? t(data.here === null ? 'site-conflict.warnings.none-told' : 'site-conflict.warnings.none')
              : warnings.map((one) => `${t(`warning.type.${one.type}`)} ${one.warnings}`).join(', '),
          ],
        ]}
      />
    </div>
  )
}
