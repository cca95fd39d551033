/* Numbers that offices hold: which were used, which not and why, and the provisional certificates that wait to be confirmed or withdrawn. */
import { useState } from 'react'
import { addDays } from '../../../../kernel/calendar.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { BlockEnd, BlockSummary, ProvisionalSummary } from '../../contract-issuing.ts'

interface Blocks {
  readonly blocks: readonly BlockSummary[]
  readonly provisional: readonly ProvisionalSummary[]
}
export function BlocksScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<Blocks>('/api/number-blocks')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const crumbs = <AppLink to="/certificates">{t('desk.title')}</AppLink>
  return (
    <Page title={t('blocks.title')} under={t('blocks.under')} crumbs={crumbs} actions={<Reserve again={again} />} answer={answer}>
      {data.blocks.length === 0 && <EmptyState title={t('blocks.none')} />}
      <div className="stack">
        {data.blocks.map((block) => (
          <Block key={block.id} block={block} sheets={data.provisional.filter((sheet) => sheet.block === block.id)} again={again} />
        ))}
      </div>
    </Page>
  )
}

interface Inside {
  readonly block: BlockSummary
  readonly sheets: readonly ProvisionalSummary[]
  readonly again: () => void
}
function Block({ block, sheets, again }: Inside) {
  const { t } = useWords()
  const number = (at: number): string => block.prefix + String(at).padStart(6, '0')
  const ranges = block.unused.map(({ from, to }) => (from === to ? number(from) : `${number(from)} – ${number(to)}`)).join(', ')
  const used = t('blocks.used', { used: block.used, all: block.to - block.from + 1 })
  return (
    <Panel title={`${block.officeName} · ${number(block.from)} – ${number(block.to)}`} aside={<b>{used}</b>}>
      <div className="stack">
        <p className="small">
          {t('blocks.until')} <DateText date={block.validUntil} />. {t('blocks.unused')} {ranges === '' ? '–' : ranges}
        </p>
        {block.closed && (
          <Note tone={block.closed.why === 'lost' ? 'red' : 'calm'}>
            {t(`blocks.why.${block.closed.why}`)}, <DateText date={block.closed.on} />. {block.closed.reason}
          </Note>
        )}
        {sheets.map((sheet) => (
          <Sheet key={sheet.number + sheet.arrivedAt} sheet={sheet} again={again} />
        ))}
        {block.closed === null && <Close block={block} again={again} />}
      </div>
    </Panel>
  )
}

function Sheet({ sheet, again }: { readonly sheet: ProvisionalSummary; readonly again: () => void }) {
  const { t } = useWords()
  const me = useMe().data
  const [reason, setReason] = useState('')
  const waits = sheet.state === 'provisional' || sheet.state === 'number-used-twice'
  return (
    <div className="row">
      <span className="grow">
        <b>{sheet.number}</b> · {t(`blocks.sheet.${sheet.state}`)}
        <br />
        <span className="small">
          {sheet.lotNumber} · {sheet.exporterName} · <MassText grams={sheet.massGrams} /> · <DateText date={sheet.issuedOn} />{' '}
          {sheet.reason}
        </span>
      </span>
      {waits && mayOpen('certificates.revoke', me) && (
        <ActDialog
          title={t('blocks.withdraw')}
          explain={t('blocks.withdraw.explain')}
          go={t('blocks.withdraw')}
          kind="danger"
          path={`/api/number-blocks/${sheet.block}/withdrawals`}
          data={reason.trim() === '' ? null : { number: sheet.number, reason: reason.trim() }}
          onDone={again}
        >
          <LongTextField label={t('keys.reason')} value={reason} onValue={setReason} required maxLength={1000} rows={2} />
        </ActDialog>
      )}
    </div>
  )
}

const ends = ['used-up', 'returned', 'lost'] as const satisfies readonly BlockEnd[]
function Close({ block, again }: Omit<Inside, 'sheets'>) {
  const { t } = useWords()
  const [why, setWhy] = useState<BlockEnd>('returned')
  const [reason, setReason] = useState('')
  const [since, setSince] = useState(todayHere)
  const lost = why === 'lost' && since !== '' ? { since } : {}
  return (
    <ActDialog
      title={t('blocks.close')}
      explain={t('blocks.close.explain')}
      go={t('blocks.close')}
      kind="plain"
      path={`/api/number-blocks/${block.id}/closing`}
      data={reason.trim() === '' ? null : { why, reason: reason.trim(), ...lost }}
      onDone={again}
    >
      <SelectField
        label={t('blocks.why')}
        value={why}
        options={ends.map((value) => ({ value, label: t(`blocks.why.${value}`) }))}
        onValue={(value) => setWhy(ends.find((one) => one === value) ?? 'returned')}
      />
      {why === 'lost' && (
        <DateField
          label={t('blocks.lost-since')}
          hint={t('blocks.lost-since.hint')}
          value={since}
          onValue={setSince}
          min={block.reservedOn}
          max={todayHere()}
        />
      )}
      <LongTextField label={t('keys.reason')} value={reason} onValue={setReason} required maxLength={400} rows={2} />
    </ActDialog>
  )
}

interface Holder {
  readonly device: string
  readonly office: string
  readonly name: string
}
function Reserve({ again }: { readonly again: () => void }) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly holders: readonly Holder[] }>('/api/number-blocks/holders')
  const [device, setDevice] = useState('')
  const [size, setSize] = useState('20')
  const [validUntil, setValidUntil] = useState(() => addDays(todayHere(), 90))
  const holder = data?.holders.find((one) => one.device === device)
  const wanted = Number(size)
  const isSize = Number.isInteger(wanted) && wanted > 0
  const holders = (data?.holders ?? []).map((one) => ({ value: one.device, label: `${one.name} · ${one.device.slice(-6)}` }))
  return (
    <ActDialog
      title={t('blocks.reserve')}
      explain={t('blocks.reserve.explain')}
      go={t('blocks.reserve')}
      path="/api/number-blocks"
      data={holder === undefined || !isSize ? null : { office: holder.office, device, size: wanted, validUntil }}
      onDone={again}
    >
      <SelectField
        label={t('blocks.holder')}
        hint={t('blocks.holder.hint')}
        value={device}
        options={[{ value: '', label: '–' }, ...holders]}
        onValue={setDevice}
      />
      <TextField label={t('blocks.size')} value={size} onValue={setSize} inputMode="numeric" />
      <DateField label={t('blocks.until')} value={validUntil} onValue={setValidUntil} min={addDays(todayHere(), 1)} />
    </ActDialog>
  )
}
