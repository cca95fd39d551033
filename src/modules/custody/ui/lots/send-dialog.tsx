/* Sending a lot: to whom, with which weight, on which way and under which papers. A paper that has run out asks for a reason before anybody sends. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { LotSummary } from '../../contract.ts'
import { legOf } from '../../domain/lots/lot-state.ts'
import { weightChange } from '../../domain/plausibility/mass-balance.ts'
import { weightRanges } from '../../domain/plausibility/tolerances.ts'
import { Balance } from './balance.tsx'
import { gramsOf, MassField } from './mass-field.tsx'
import { PaperWarning } from './paper-warning.tsx'
import { OrganisationField } from './pick.tsx'

const modes = ['road', 'motorcycle', 'on-foot', 'boat', 'air', 'rail'] as const
type Mode = (typeof modes)[number]
const given = (text: string): string | undefined => text.trim() || undefined

export interface Leg {
  readonly from: string
  readonly to: string
  readonly mode: Mode
  readonly company: string
  readonly vehicle: string
  readonly route: string
}
export const noLeg: Leg = { from: '', to: '', mode: 'road', company: '', vehicle: '', route: '' }
/** What is sent of a leg; null while no place was written. */
export const legData = (leg: Leg, departedOn: string) =>
  leg.from.trim() === '' || leg.to.trim() === ''
    ? null
    : {
        ...{ from: leg.from.trim(), to: leg.to.trim(), departedOn, mode: leg.mode },
        ...{ company: given(leg.company), vehicle: given(leg.vehicle), route: given(leg.route) },
      }

export function LegFields({ leg, onLeg }: { readonly leg: Leg; readonly onLeg: (leg: Leg) => void }) {
  const { t } = useWords()
  const set = (part: Partial<Leg>) => onLeg({ ...leg, ...part })
  return (
    <>
      <TextField label={t('act.leg.from')} value={leg.from} onValue={(from) => set({ from })} maxLength={120} />
      <TextField label={t('act.leg.to')} value={leg.to} onValue={(to) => set({ to })} maxLength={120} />
      <SelectField
        label={t('act.leg.mode')}
        value={leg.mode}
        options={modes.map((one) => ({ value: one, label: t(`act.mode.${one}`) }))}
        onValue={(mode) => set({ mode })}
      />
      <TextField label={t('act.leg.company')} value={leg.company} onValue={(company) => set({ company })} maxLength={120} />
      <TextField label={t('act.leg.vehicle')} value={leg.vehicle} onValue={(vehicle) => set({ vehicle })} maxLength={40} />
      <TextField
        label={t('act.leg.route')}
        hint={t('act.leg.route.hint')}
        value={leg.route}
        onValue={(route) => set({ route })}
        maxLength={400}
      />
    </>
  )
}

const noPaper = { number: '', validUntil: '', stated: '', despite: '' }
type Paper = typeof noPaper
const hasRunOut = (paper: Paper, day: string): boolean => paper.number.trim() !== '' && paper.validUntil !== '' && paper.validUntil < day
/** The paper as it is sent; nothing while no number was written. */
function paperData(paper: Paper): object {
  const number = paper.number.trim()
  if (number === '') return {}
  const statedGrams = gramsOf(paper.stated)
  const written = {
    ...{ number, kind: 'transport' },
    ...(paper.validUntil === '' ? {} : { validUntil: paper.validUntil }),
    ...(statedGrams === null ? {} : { statedGrams }),
  }
  return { papers: [written] }
}

function PaperFields({
  paper,
  expired,
  onPaper,
}: {
  readonly paper: Paper
  readonly expired: boolean
  readonly onPaper: (paper: Paper) => void
}) {
  const { t } = useWords()
  const set = (part: Partial<Paper>) => onPaper({ ...paper, ...part })
  return (
    <>
      <TextField label={t('lots.send.paper')} value={paper.number} onValue={(number) => set({ number })} maxLength={60} />
      {paper.number.trim() !== '' && (
        <>
          <DateField label={t('act.paper.until')} value={paper.validUntil} onValue={(validUntil) => set({ validUntil })} />
          <MassField label={t('act.paper.stated')} value={paper.stated} onValue={(stated) => set({ stated })} required={false} />
        </>
      )}
      {expired && (
        <Note tone="warn" live>
          {t('act.paper.expired')}
        </Note>
      )}
      <LongTextField
        label={t(expired ? 'act.paper.despite' : 'act.suspended.despite')}
        hint={t('lots.reason.hint')}
        value={paper.despite}
        onValue={(despite) => set({ despite })}
        required={expired}
        maxLength={400}
      />
    </>
  )
}

export function SendDialog({ lot }: { readonly lot: LotSummary }) {
  const { t } = useWords()
  const [to, setTo] = useState('')
  const [mass, setMass] = useState('')
  const [day, setDay] = useState(todayHere)
  const [paper, setPaper] = useState<Paper>(noPaper)
  const [leg, setLeg] = useState<Leg>(noLeg)
  const grams = gramsOf(mass)
  const expired = hasRunOut(paper, day)
  const way = legData(leg, day)
  const ready = to !== '' && grams !== null && day !== '' && !(expired && paper.despite.trim() === '')
  const despite = paper.despite.trim() === '' ? {} : { despite: paper.despite.trim() }
  const data = ready
    ? { to, massGrams: grams, sentOn: day, ...paperData(paper), ...despite, ...(way === null ? {} : { legs: [way] }) }
    : null
  return (
    <ActDialog
      title={t('lots.send')}
      explain={t('lots.send.explain')}
      go={t('lots.confirm')}
      path={`/api/lots/${lot.id}/transfers`}
      data={data}
    >
      <OrganisationField label={t('lots.send.to')} value={to} onValue={setTo} not={lot.holder} />
      <MassField label={t('lots.send.mass')} value={mass} onValue={setMass} />
      <DateField label={t('lots.send.day')} value={day} onValue={setDay} max={todayHere()} />
      <PaperFields paper={paper} expired={expired} onPaper={setPaper} />
      <PaperWarning number={paper.number} day={day} grams={grams} />
      <details>
        <summary>{t('act.way')}</summary>
        <div className="stack">
          <LegFields leg={leg} onLeg={setLeg} />
        </div>
      </details>
      <Balance
        beforeLabel={t('lots.mass.written')}
        beforeGrams={lot.massGrams}
        afterLabel={t('lots.mass.scale')}
        afterGrams={grams}
        finding={grams === null ? null : weightChange(legOf(lot.kind), lot.massGrams, grams)}
        limits={weightRanges[legOf(lot.kind)]}
      />
    </ActDialog>
  )
}

export function LegDialog({ lot }: { readonly lot: LotSummary }) {
  const { t } = useWords()
  const [leg, setLeg] = useState<Leg>(noLeg)
  const [day, setDay] = useState(todayHere)
  return (
    <ActDialog
      title={t('act.leg')}
      explain={t('act.leg.explain')}
      go={t('lots.confirm')}
      kind="plain"
      path={`/api/lots/${lot.id}/legs`}
      data={day === '' ? null : legData(leg, day)}
    >
      <LegFields leg={leg} onLeg={setLeg} />
      <DateField label={t('act.leg.day')} value={day} onValue={setDay} max={todayHere()} />
    </ActDialog>
  )
}
