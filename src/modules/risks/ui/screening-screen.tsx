/* Screening of a chain: red flags as the record gives them today, each with why and from which source; declarations about places below. */
import { useState } from 'react'
import { useAnswer, useCommand } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import type { FoundFlag, ScreeningAnswer } from '../contract.ts'
import { Declarations } from './declarations.tsx'

interface Exporters {
  readonly exporters: readonly { readonly name: string; readonly standing: { readonly organisation: string } }[]
}
export function ScreeningScreen() {
  const { t } = useWords()
  const me = useMe().data
  const oversees = mayOpen('risks.oversee', me)
  const [url, change] = useUrlState()
  const exporters = useAnswer<Exporters>(oversees && mayOpen('operators.read', me) ? '/api/exporters' : null).data?.exporters
  const chosen = url['exporter'] ?? (oversees ? (exporters?.[0]?.standing.organisation ?? '') : 'own')
  const path = chosen === '' ? null : chosen === 'own' ? '/api/risk-screening' : `/api/risk-screening?exporter=${chosen}`
  const { data, answer, error, again } = useAnswer<ScreeningAnswer>(path)
  return (
    <Page
      title={t('screening.title')}
      under={data ? t('screening.of', { name: data.name, ...data.counts }) : t('screening.explain')}
      crumbs={<AppLink to="/risks">{t('risks.title')}</AppLink>}
      answer={answer}
    >
      {oversees && (
        <NamedField
          label={t('screening.exporter')}
          value={chosen === 'own' ? '' : chosen}
          named={exporters?.map((one) => ({ id: one.standing.organisation, name: one.name }))}
          empty={t('risks.subject.choose')}
          onValue={(exporter) => change({ exporter })}
        />
      )}
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && path !== null && <Loading />}
      {data && <Flags data={data} again={again} />}
      {data && data.incidents.length > 0 && <Hints data={data} again={again} />}
      <Declarations />
    </Page>
  )
}

function Flags({ data, again }: { readonly data: ScreeningAnswer; readonly again: () => void }) {
  const { t } = useWords()
  const { send, sending, error } = useCommand<{ readonly exporter: string }>('/api/risk-screenings')
  const fresh = data.flags.filter((one) => one.risk === null).length
  const open = async () => {
    const receipt = await send({ exporter: data.exporter }).catch(() => null)
    if (receipt) again()
  }
  return (
    <Panel
      title={t('screening.flags', { n: data.flags.length })}
      aside={
        data.mayScreen &&
        fresh > 0 && (
          <Button kind="primary" busy={sending} onClick={() => void open()}>
            {t('screening.open', { n: fresh })}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} />}
      {data.flags.length === 0 && <EmptyState title={t('screening.none')}>{t('screening.none.do')}</EmptyState>}
      <ul className="plain-list stack">
        {data.flags.map((one, index) => (
          <li key={index}>
            <strong>
              {one.flag} · {t(`risks.code.${one.flag}`)}
            </strong>{' '}
            — {one.subjectName}
            <Why flag={one} />
            <Source>
              {t('screening.flag-source', { grade: t(`risks.grade.${one.grade}`), mark: one.mark, source: one.facts.source ?? '–' })}
            </Source>{' '}
            {one.risk !== null && <AppLink to={`/risks/${one.risk}`}>{t('screening.case')}</AppLink>}
          </li>
        ))}
      </ul>
      <Source>{t('screening.source')}</Source>
    </Panel>
  )
}
function Why({ flag: { why, facts } }: { readonly flag: FoundFlag }) {
  const { t } = useWords()
  const { place = '–', declaredBy = '–', declaredOn = '–', other = '' } = facts
  if (why === 'flag.l2') return <div>{t('flag.l2', { place, other })}</div>
  const key = why === 'flag.l1' || why === 'flag.l3' || why === 'flag.s1' || why === 'flag.s2' || why === 'flag.l2-declared' ? why : null
  return <div>{key === null ? why : t(key, { place, by: declaredBy, on: declaredOn })}</div>
}

/** Risks that incidents name and that nobody has recorded yet. */
function Hints({ data, again }: { readonly data: ScreeningAnswer; readonly again: () => void }) {
  const { t } = useWords()
  const { send, sending, error } = useCommand<object>('/api/risks')
  const [asked, setAsked] = useState<string | null>(null)
  const record = async (hint: ScreeningAnswer['incidents'][number], key: string) => {
    setAsked(key)
    const { subject, code, grade, incident, number } = hint
    const receipt = await send({
      subject,
      code,
      grade,
      why: t('screening.from-incident', { number }),
      source: { kind: 'incident', incident },
    }).catch(() => null)
    if (receipt) again()
  }
  return (
    <Panel title={t('screening.incidents')}>
      {error && <ErrorState error={error} />}
      <ul className="plain-list stack">
        {data.incidents.map((one) => {
          const key = `${one.incident}/${one.code}/${one.subjectName}`
          return (
            <li key={key} className="row">
              <span className="grow">
                {one.number} · {one.code} · {t(`risks.code.${one.code}`)} — {one.subjectName} ({t(`risks.grade.${one.grade}`)})
              </span>
              {data.mayScreen && (
                <Button busy={sending && asked === key} onClick={() => void record(one, key)}>
                  {t('screening.record')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
