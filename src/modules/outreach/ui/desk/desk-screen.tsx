/* The desk of a resource centre: count a visit, go on to an offer or to the five questions, and the numbers, cut by the least cell of who reads. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import type { DeskCount, DeskNumbers, DeskShown } from '../../contract-desk.ts'
import { VisitForm } from './visit-form.tsx'

export function DeskScreen() {
  const { t } = useWords()
  const [url] = useUrlState()
  const asked = [url['from'] ? `from=${url['from']}` : '', url['until'] ? `until=${url['until']}` : ''].filter(Boolean).join('&')
  const { data, answer, error, again } = useAnswer<DeskNumbers>(`/api/desk${asked === '' ? '' : `?${asked}`}`)
  return (
    <Page
      title={t('desk-visits.title')}
      under={t('desk-visits.under')}
      answer={answer}
      actions={
        <>
          {data?.receives && <LinkButton to="/resource-centre/offer">{t('offer.nav')}</LinkButton>}
          {data?.receives && <LinkButton to="/resource-centre/questions">{t('quick.nav')}</LinkButton>}
          <LinkButton to="/resource-centre/recruiters">{t('recruiters.nav')}</LinkButton>
          {data?.receives && <OpenCentre again={again} />}
        </>
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data?.centres.length === 0 && <EmptyState title={t('desk.centre.none')}>{t('desk.centre.none.do')}</EmptyState>}
      {data && data.centres.length > 0 && (
        <>
          {data.receives && <VisitForm centres={data.centres} />}
          {data.receives && <Today numbers={data} again={again} />}
          <Numbers numbers={data} />
        </>
      )}
      {data?.receives && <Guidance />}
      <PrintMark code="D" />
    </Page>
  )
}

const text = (t: Translate, shown: DeskShown, { language, least }: { readonly language: 'fr' | 'en'; readonly least: number }): string =>
  shown.is === 'few' ? t('desk.few', { least }) : numberText(language, shown.n)

type TodayLine = DeskNumbers['today'][number]
function Today({ numbers: { today }, again }: { readonly numbers: DeskNumbers; readonly again: () => void }) {
  const { t } = useWords()
  const columns: readonly Column<TodayLine>[] = [
    said('ticket', t('desk.ticket'), ({ ticket }) => ticket),
    said('topics', t('desk.topics'), ({ topics }) => topics.map((one) => t(`desk-topic.${one}`)).join(', ')),
    said('service', t('desk.service'), ({ service }) => t(`desk-service.${service}`)),
    { ...{ key: 'act', header: t('desk.take-back'), value: () => '' }, cell: (row) => <TakeBack visit={row} again={again} /> },
  ]
  return (
    <Panel title={t('desk.today')}>
      <DataTable
        {...{ caption: t('desk.today'), file: 'desk-today', rows: today, columns, order: '-ticket', prefix: 't.', plain: true }}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('desk.today.none')} />}
      />
    </Panel>
  )
}
function TakeBack({ visit: { id, ticket }, again }: { readonly visit: TodayLine; readonly again: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('mistyped')
  return (
    <ActDialog
      {...{ title: t('desk.take-back.title', { ticket }), explain: t('desk.take-back.explain'), go: t('desk.take-back'), kind: 'plain' }}
      path={`/api/desk/visits/${id}/takings-back`}
      data={{ reason }}
      onDone={again}
    >
      <SelectField
        label={t('desk.reason')}
        value={reason}
        options={(['mistyped', 'counted-twice'] as const).map((value) => ({ value: String(value), label: t(`desk-reason.${value}`) }))}
        onValue={setReason}
      />
    </ActDialog>
  )
}

function Numbers({ numbers }: { readonly numbers: DeskNumbers }) {
  const { t, language } = useWords()
  const [url, change] = useUrlState()
  const { least, floorTo, satisfaction } = numbers
  const how = { language, least }
  const names = new Map(numbers.centres.map(({ id, name }) => [String(id), name]))
  const byCentre = numbers.byCentre.map(({ centre, visits }) => ({ key: String(centre), visits }))
  return (
    <Panel title={t('desk.numbers')}>
      <Toolbar label={t('desk.numbers')}>
        <DateField label={t('desk.from')} value={url['from'] ?? numbers.from} onValue={(from) => change({ from })} />
        <DateField label={t('desk.until')} value={url['until'] ?? numbers.until} onValue={(until) => change({ until })} />
      </Toolbar>
      <Pairs
        lines={[
          [t('desk.visits'), text(t, numbers.visits, how)],
          [t('desk.quick'), `${text(t, numbers.quickScreens, how)} (${t('desk.quick.source')})`],
          [t('desk.satisfaction.mean'), satisfaction === null ? '–' : numberText(language, satisfaction, 1)],
        ]}
      />
      <div className="columns">
        <Counts title={t('desk.by-centre')} rows={byCentre} name={(key) => names.get(key) ?? '–'} how={how} />
        <Counts title={t('desk.by-topic')} rows={numbers.byTopic} name={(key) => wordOr(`desk-topic.${key}`, key)} how={how} />
        <Counts title={t('desk.by-service')} rows={numbers.byService} name={(key) => wordOr(`desk-service.${key}`, key)} how={how} />
        <Counts title={t('desk.by-direction')} rows={numbers.byDirection} name={(key) => wordOr(`desk-direction.${key}`, key)} how={how} />
        <Counts title={t('desk.by-sex')} rows={numbers.bySex} name={(key) => wordOr(`desk-sex.${key}`, key)} how={how} />
        <Counts title={t('desk.by-age')} rows={numbers.byAge} name={(key) => wordOr(`desk-age.${key}`, key)} how={how} />
        <Counts
          title={t('desk.by-nationality')}
          rows={numbers.byNationality}
          name={(key) => (key === 'unknown' ? t('desk.nationality.unknown') : key)}
          how={how}
        />
      </div>
      <Source>{t('desk.rule', { least, floorTo })}</Source>
    </Panel>
  )
}
interface CountsProps {
  readonly title: string
  readonly rows: readonly DeskCount[]
  readonly name: (key: string) => string
  readonly how: Parameters<typeof text>[2]
}
function Counts({ title, rows, name, how }: CountsProps) {
  const { t } = useWords()
  const columns: readonly Column<DeskCount>[] = [
    said('key', t('desk.key'), ({ key }) => name(key)),
    { ...said<DeskCount>('visits', t('desk.visits'), ({ visits }) => text(t, visits, how)), numeric: true },
  ]
  return (
    <section>
      <h3>{title}</h3>
      <DataTable
        {...{ caption: title, file: 'desk', rows, columns, order: '', plain: true, sortedByServer: true }}
        rowKey={({ key }) => key}
        empty={<p className="small">{t('desk.nothing')}</p>}
      />
    </section>
  )
}

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
function OpenCentre({ again }: { readonly again: () => void }) {
  const { t } = useWords()
  const [given, setGiven] = useState({ name: '', area: '', organisation: '' })
  const territoires = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas ?? []
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data?.areas ?? []
  const bodies = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations').data
  const { organisation, ...rest } = given
  const isWhole = given.name.trim() !== '' && given.area !== ''
  return (
    <ActDialog
      {...{
        title: t('desk.centre.open'),
        explain: t('desk.centre.open.explain'),
        go: t('desk.centre.open'),
        path: '/api/desk/centres',
        kind: 'plain',
      }}
      data={isWhole ? { ...rest, ...(organisation === '' ? {} : { organisation }) } : null}
      onDone={again}
    >
      <TextField label={t('desk.centre.name')} value={given.name} onValue={(name) => setGiven({ ...given, name })} maxLength={120} />
      <NamedField
        label={t('desk.area')}
        value={given.area}
        named={[...territoires, ...provinces].map(({ code, name }) => ({ id: code, name: `${name} · ${code}` }))}
        empty={t('desk.choose')}
        onValue={(area) => setGiven({ ...given, area })}
      />
      <NamedField
        label={t('desk.body')}
        value={organisation}
        named={bodies?.organisations}
        empty={t('desk.body.none')}
        onValue={(to) => setGiven({ ...given, organisation: to })}
      />
    </ActDialog>
  )
}

const guidance = ['consent', 'closed', 'optional', 'screening', 'counts'] as const
function Guidance() {
  const { t } = useWords()
  return (
    <Panel title={t('guidance.title')}>
      <Note tone="calm">{t('guidance.consent')}</Note>
      <ul>
        {guidance.slice(1).map((one) => (
          <li key={one}>{t(`guidance.${one}`)}</li>
        ))}
      </ul>
      <Source>{t('guidance.source')}</Source>
    </Panel>
  )
}
