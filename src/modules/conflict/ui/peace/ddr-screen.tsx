/* Disarmament in sums: a small picture of who came and who was expected, and the table that it is drawn from, each figure with its source and day. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { DdrFigure, DdrFigures } from '../../contract-peace.ts'
import { CutNote } from '../cut-note.tsx'
import { DdrBars } from './ddr-bars.tsx'

const placeOf = ({ provinceName, territoireName }: DdrFigure): string => [provinceName, territoireName].filter(Boolean).join(' · ')

export function DdrScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<DdrFigures>('/api/conflict/ddr')
  const standing = data?.figures.filter((one) => !one.isCorrected) ?? []
  return (
    <Page
      title={t('ddr.title')}
      under={t('ddr.under')}
      answer={answer}
      actions={
        <>
          {data?.writes && <RecordFigure figures={standing} again={again} />}
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && standing.length > 0 && (
        <Panel title={t('ddr.picture')}>
          <DdrBars figures={standing.slice(0, 8)} />
          <Source>{t('ddr.picture.source')}</Source>
        </Panel>
      )}
      {data && (
        <Panel title={t('ddr.table')}>
          <CutNote cut={data.cut} />
          <FigureTable figures={data.figures} />
          <Source>{t('ddr.rule', { least: data.leastChildren })}</Source>
        </Panel>
      )}
      <PrintMark code="D" />
    </Page>
  )
}

function childrenText(t: Translate, { children }: DdrFigure): string {
  if (children.is === 'shown') return String(children.n)
  return t(children.is === 'not-given' ? 'ddr.not-given' : 'ddr.children.withheld')
}
function FigureTable({ figures }: { readonly figures: readonly DdrFigure[] }) {
  const { t } = useWords()
  const sum = (key: 'men' | 'women' | 'weapons' | 'rounds' | 'explosives' | 'expected'): Column<DdrFigure> => ({
    ...said<DdrFigure>(key, t(`ddr.${key}`), (row) => row[key] ?? t('ddr.not-given')),
    numeric: true,
  })
  const group = said<DdrFigure>('group', t('ddr.group'), (row) =>
    row.isOfGroup ? t(row.actor === null ? 'ddr.group.restricted' : 'ddr.group.one') : t('ddr.group.all'),
  )
  const state = said<DdrFigure>('state', t('ddr.state'), (row) =>
    t(row.isCorrected ? 'ddr.corrected' : row.corrects === null ? 'ddr.stands' : 'ddr.correction'),
  )
  const columns: readonly Column<DdrFigure>[] = [
    { ...{ key: 'as-of', header: t('ddr.as-of'), value: (row) => row.asOf }, cell: (row) => <DateText date={row.asOf} age /> },
    said('programme', t('ddr.programme'), (row) => row.programme),
    said('place', t('ddr.place'), placeOf),
    ...(figures.some((one) => one.isOfGroup) ? [group] : []),
    ...[sum('men'), sum('women')],
    { ...said<DdrFigure>('children', t('ddr.children'), (row) => childrenText(t, row)), numeric: true },
    ...[sum('weapons'), sum('rounds'), sum('explosives'), sum('expected')],
    said('source', t('ddr.source'), (row) => row.source),
    ...(figures.some((one) => one.isCorrected) ? [state] : []),
  ]
  return (
    <DataTable
      {...{ caption: t('ddr.table'), file: 'ddr', rows: figures, columns, order: '-as-of' }}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('ddr.none')}>{t('ddr.none.do')}</EmptyState>}
    />
  )
}

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string; readonly parent?: string }[]
}
const numbers = ['men', 'women', 'children', 'weapons', 'rounds', 'explosives', 'expected'] as const
const blank = { programme: '', province: '', territoire: '', asOf: '', source: '', corrects: '' }
const noSums = { men: '', women: '', children: '', weapons: '', rounds: '', explosives: '', expected: '' }
function RecordFigure({ figures, again }: { readonly figures: readonly DdrFigure[]; readonly again: () => void }) {
  const { t } = useWords()
  const [given, setGiven] = useState({ ...blank, asOf: todayHere() })
  const [sums, setSums] = useState(noSums)
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data?.areas
  const territoires = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas.filter((one) => one.parent === given.province)
  const set = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }))
  const { territoire, corrects, ...rest } = given
  const isWhole =
    [given.programme, given.province, given.asOf, given.source].every((one) => one.trim() !== '') && numbers.some((key) => sums[key] !== '')
  const counted = Object.fromEntries(numbers.map((key) => [key, sums[key] === '' ? null : Number(sums[key])]))
  const more = { ...(territoire === '' ? {} : { territoire }), ...(corrects === '' ? {} : { corrects }) }
  return (
    <ActDialog
      {...{ title: t('ddr.record'), explain: t('ddr.record.explain'), go: t('ddr.record.go'), path: '/api/conflict/ddr' }}
      data={isWhole ? { ...rest, ...counted, ...more } : null}
      onDone={() => {
        setSums(noSums)
        again()
      }}
    >
      <SelectField
        label={t('ddr.corrects')}
        value={corrects}
        options={[
          { value: '', label: t('ddr.corrects.none') },
          ...figures.map((one) => ({ value: String(one.id), label: `${dateText(one.asOf)} · ${one.programme} · ${placeOf(one)}` })),
        ]}
        onValue={(id) => {
          const old = figures.find((one) => one.id === id)
          set({ corrects: id, ...(old ? { programme: old.programme, province: old.province, territoire: old.territoire ?? '' } : {}) })
        }}
      />
      <TextField label={t('ddr.programme')} value={given.programme} onValue={(programme) => set({ programme })} maxLength={120} />
      <NamedField
        label={t('ddr.province')}
        value={given.province}
        named={provinces?.map(({ code, name }) => ({ id: code, name }))}
        empty={t('incident-new.choose')}
        onValue={(province) => set({ province, territoire: '' })}
      />
      <NamedField
        label={t('warnings.zone')}
        value={territoire}
        named={(territoires ?? []).map(({ code, name }) => ({ id: code, name }))}
        empty={t('ddr.whole-province')}
        onValue={(to) => set({ territoire: to })}
      />
      <DateField label={t('ddr.as-of')} value={given.asOf} max={todayHere()} onValue={(asOf) => set({ asOf })} />
      <TextField label={t('ddr.source')} value={given.source} onValue={(source) => set({ source })} maxLength={240} />
      {numbers.map((key) => (
        <TextField
          key={key}
          label={t(`ddr.${key}`)}
          type="number"
          inputMode="numeric"
          min={0}
          placeholder={t('ddr.not-given')}
          value={sums[key]}
          onValue={(value) => setSums((before) => ({ ...before, [key]: value }))}
        />
      ))}
    </ActDialog>
  )
}
