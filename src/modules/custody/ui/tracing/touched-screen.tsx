/*
Which lots touched an organisation, a depot, a road, a paper or a tag, and what was made of them. What is asked stands in the address,
so that a question can be sent to a colleague; whoever opens it sees the lots that he may see.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { MineralMark } from '../../../../app/kit/mineral-mark.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Touched } from '../../contract-tracing.ts'
import { LotKindText, LotStateMark } from '../lots/lot-marks.tsx'
import { OrganisationField } from '../lots/pick.tsx'
import { AmountText, unitsOf } from './amount.tsx'
import { AnsweredBy } from './composition.tsx'

const WHATS = ['organisation', 'place', 'road', 'paper', 'tag'] as const
type What = (typeof WHATS)[number]

export function TouchedScreen() {
  const { t } = useWords()
  const [state] = useUrlState()
  const what = WHATS.find((one) => state[one] !== undefined)
  const query = [...(what ? [what] : []), 'since', 'asOf'].flatMap((key) =>
    state[key] ? [`${key}=${encodeURIComponent(state[key])}`] : [],
  )
  const { data, answer, error, again } = useAnswer<Touched>(what ? `/api/traces/touched?${query.join('&')}` : null)
  return (
    <Page title={t('trace.touched')} under={t('trace.touched.explain')} answer={answer}>
      <Question key={what ?? 'none'} what={what ?? 'organisation'} />
      {error && <ErrorState error={error} again={again} />}
      {what === undefined && <EmptyState title={t('trace.touched.ask')} />}
      {what !== undefined && !data && !error && <Loading />}
      {data && <Found touched={data} />}
    </Page>
  )
}

function Question({ what: asked }: { readonly what: What }) {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const [what, setWhat] = useState<What>(asked)
  const [text, setText] = useState(state[asked] ?? '')
  const ask = (value: string) => {
    if (value.trim() === '') return
    change({ ...Object.fromEntries(WHATS.map((one) => [one, ''])), [what]: value.trim() })
  }
  const choose = (value: string) => {
    const next = WHATS.find((one) => one === value)
    if (!next) return
    setWhat(next)
    setText('')
  }
  return (
    <form
      className="field-row no-print"
      onSubmit={(event) => {
        event.preventDefault()
        ask(text)
      }}
    >
      <SelectField
        label={t('trace.touched.what')}
        value={what}
        options={WHATS.map((one) => ({ value: one, label: t(`trace.touched.${one}`) }))}
        onValue={choose}
      />
      {what === 'organisation' ? (
        <OrganisationField label={t('trace.touched.organisation')} value={text} onValue={setText} />
      ) : (
        <TextField label={t(`trace.touched.${what}`)} value={text} onValue={setText} />
      )}
      <DateField label={t('trace.since')} value={state['since'] ?? ''} onValue={(since) => change({ since })} />
      <DateField label={t('trace.as-of')} value={state['asOf'] ?? ''} onValue={(asOf) => change({ asOf })} />
      <Button kind="primary" type="submit" disabled={text.trim() === ''}>
        {t('trace.touched.go')}
      </Button>
    </form>
  )
}

function Found({ touched }: { readonly touched: Touched }) {
  const { t } = useWords()
  return (
    <>
      <Note tone="calm" live>
        {t('trace.touched.found', { label: touched.label, n: touched.direct, m: touched.beyond, k: touched.exportLots })}
      </Note>
      {touched.shortened && <Note>{t('trace.shortened')}</Note>}
      <Panel title={t('trace.touched.direct')}>
        <Lots lots={touched.lots} prefix="d." />
      </Panel>
      {touched.reached.length > 0 && (
        <Panel title={t('trace.touched.beyond')}>
          <Lots lots={touched.reached} prefix="b." />
        </Panel>
      )}
      <AnsweredBy answer={touched} />
    </>
  )
}

function Lots({ lots, prefix }: { readonly lots: Touched['lots']; readonly prefix: string }) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('lots.title')}
      file="lots"
      prefix={prefix}
      rows={lots}
      rowKey={(lot) => lot.lot}
      order="-touched"
      empty={<EmptyState title={t('trace.touched.none')}>{t('trace.touched.none.do')}</EmptyState>}
      columns={[
        {
          key: 'number',
          header: t('lots.number'),
          value: (lot) => lot.number,
          cell: (lot) => <AppLink to={`/lots/${lot.lot}`}>{lot.number}</AppLink>,
        },
        { key: 'kind', header: t('lots.kind'), value: (lot) => lot.kind, cell: (lot) => <LotKindText kind={lot.kind} /> },
        { key: 'mineral', header: t('trace.mineral'), value: (lot) => lot.mineral, cell: (lot) => <MineralMark mineral={lot.mineral} /> },
        { key: 'state', header: t('lots.state'), value: (lot) => lot.state, cell: (lot) => <LotStateMark state={lot.state} /> },
        {
          key: 'mass',
          header: t('lots.mass'),
          numeric: true,
          value: (lot) => unitsOf(lot.mass),
          cell: (lot) => <AmountText amount={lot.mass} />,
        },
        {
          key: 'holder',
          header: t('lots.holder'),
          value: (lot) => lot.holderName ?? '',
          cell: (lot) => lot.holderName ?? t('app.unknown'),
        },
        {
          key: 'touched',
          header: t('trace.touched.on'),
          value: (lot) => lot.touchedOn ?? lot.formedOn,
          cell: (lot) => <DateText date={lot.touchedOn ?? lot.formedOn} />,
        },
      ]}
    />
  )
}
