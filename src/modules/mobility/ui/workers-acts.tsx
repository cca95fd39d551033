/* What who keeps the register does: types the numbers of an area line by line, or takes a sheet back with its reason. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { Button } from '../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { useWords, wordOr } from '../../../app/words.ts'
import { parse } from '../../../kernel/schema.ts'
import {
  SheetWithdrawal,
  WorkerAge,
  WorkerLine,
  WorkerNation,
  WorkerPermit,
  WorkerSector,
  WorkerSex,
  WorkerSource,
  type WorkersTable,
} from '../contract-workers.ts'
import { recentQuarters, useAreas } from './areas-and-quarters.ts'

const lists = {
  ...{ sector: WorkerSector.options, nation: WorkerNation.options, sex: WorkerSex.options },
  ...{ age: WorkerAge.options, permit: WorkerPermit.options },
} as const
const parts = ['sector', 'nation', 'sex', 'age', 'permit'] as const
/** Nothing is presumed of a group: a slip of the hand must not make it men of one nation. */
const blank = { sector: '', nation: '', sex: '', age: '', permit: '', n: '' }

export function SheetAct({ again }: { readonly again: () => void }) {
  const { t } = useWords()
  const areas = useAreas()
  const [head, setHead] = useState({ area: '', quarter: recentQuarters()[0] ?? '', source: 'labour-office' })
  const [line, setLine] = useState(blank)
  const [lines, setLines] = useState<readonly WorkerLine[]>([])
  const read = parse(WorkerLine, { ...line, n: Number(line.n) })
  const isReady = head.area !== '' && lines.length > 0
  return (
    <ActDialog
      {...{ title: t('workers.say'), explain: t('workers.say.explain'), go: t('workers.say.go'), path: '/api/foreign-workers' }}
      data={isReady ? { ...head, lines } : null}
      missing={t('workers.say.missing')}
      onDone={() => {
        setLines([])
        setLine(blank)
        again()
      }}
    >
      <NamedField
        {...{ label: t('workers.area'), value: head.area, named: areas, empty: t('workers.choose') }}
        onValue={(area) => setHead({ ...head, area })}
      />
      <SelectField
        {...{ label: t('workers.quarter'), value: head.quarter, onValue: (quarter: string) => setHead({ ...head, quarter }) }}
        options={recentQuarters().map((value) => ({ value, label: value }))}
      />
      <SelectField
        {...{ label: t('workers.source'), value: head.source, onValue: (source: string) => setHead({ ...head, source }) }}
        options={WorkerSource.options.map((value) => ({ value: String(value), label: t(`worker-source.${value}`) }))}
      />
      {parts.map((part) => (
        <SelectField
          key={part}
          {...{ label: t(`workers.${part}`), value: line[part], onValue: (to: string) => setLine({ ...line, [part]: to }) }}
          options={[
            { value: '', label: t('workers.choose') },
            ...lists[part].map((value) => ({ value: String(value), label: wordOr(`worker-${part}.${value}`, value) })),
          ]}
        />
      ))}
      <TextField
        {...{ label: t('workers.n'), type: 'number', inputMode: 'numeric', min: 1, value: line.n }}
        onValue={(n) => setLine({ ...line, n })}
      />
      <div className="form-actions">
        <Button disabled={!read.ok} onClick={() => read.ok && (setLines([...lines, read.value]), setLine({ ...line, n: '' }))}>
          {t('workers.add')}
        </Button>
        {lines.length > 0 && <Button onClick={() => setLines(lines.slice(0, -1))}>{t('workers.take-off')}</Button>}
      </div>
      <p role="status">{t('workers.lines', { n: lines.length })}</p>
      <ul>
        {lines.map((one, at) => (
          <li key={`${at} ${one.n}`}>
            {one.n} · {parts.map((part) => wordOr(`worker-${part}.${one[part]}`, one[part])).join(' · ')}
          </li>
        ))}
      </ul>
    </ActDialog>
  )
}

export function WithdrawSheetAct({ table, again }: { readonly table: WorkersTable; readonly again: () => void }) {
  const { t } = useWords()
  const [area, setArea] = useState('')
  const [reason, setReason] = useState('mistyped')
  const { quarter, source, rows } = table
  if (rows.length === 0) return null
  return (
    <ActDialog
      {...{ title: t('workers.withdraw'), explain: t('workers.withdraw.explain'), go: t('workers.withdraw.go'), kind: 'plain' }}
      path="/api/foreign-workers/withdrawals"
      data={area === '' ? null : { area, quarter, source, reason }}
      onDone={() => {
        setArea('')
        again()
      }}
    >
      <SelectField
        {...{ label: t('workers.area'), value: area, onValue: setArea }}
        options={[{ value: '', label: t('workers.choose') }, ...rows.map((row) => ({ value: row.area, label: row.areaName }))]}
      />
      <SelectField
        {...{ label: t('workers.withdraw.why'), value: reason, onValue: setReason }}
        options={SheetWithdrawal.options.map((value) => ({ value: String(value), label: t(`worker-withdrawal.${value}`) }))}
      />
    </ActDialog>
  )
}
