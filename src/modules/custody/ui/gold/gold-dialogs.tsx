/* Acts on one lot of gold, weighed to the milligram: sending, receiving, taking back, correcting, and opening a sachet before two witnesses. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { LotSummary } from '../../contract.ts'
import { twoScales } from '../../domain/gold/gold-rules.ts'
import { gramsOfGold } from '../../domain/gold/worth.ts'
import { OrganisationField, type OrganisationShown } from '../lots/pick.tsx'
import { GoldMassField } from './gold-fields.tsx'
import { gramsText, milligramsOf } from './gold-figures.ts'

interface OfLot {
  readonly lot: LotSummary
}
const inBoth = (massMilligrams: number) => ({ massMilligrams, massGrams: gramsOfGold(massMilligrams) })

/** Both weights side by side before anybody sends; more than half a percent apart is said at once. */
function Scales({ before, after }: { readonly before: number; readonly after: number | null }) {
  const { t, language } = useWords()
  return (
    <div role="status">
      <p className="small">
        {t('gold.scale.before')}
        {t('app.colon')} {gramsText(language, before)}
        {after !== null && ` → ${gramsText(language, after)}`}
      </p>
      {after !== null && twoScales('', before, after) && <Note>{t('gold.apart')}</Note>}
    </div>
  )
}

export function SendGoldDialog({ lot }: OfLot) {
  const { t } = useWords()
  const [to, setTo] = useState('')
  const [mass, setMass] = useState('')
  const [day, setDay] = useState(todayHere)
  const [paper, setPaper] = useState('')
  const milligrams = milligramsOf(mass)
  const number = paper.trim() || undefined
  const ready = to !== '' && milligrams !== null && day !== ''
  return (
    <ActDialog
      title={t('lots.send')}
      explain={t('lots.send.explain')}
      go={t('lots.send')}
      path={`/api/lots/${lot.id}/transfers`}
      data={ready ? { to, ...inBoth(milligrams), sentOn: day, paper: number } : null}
    >
      <OrganisationField label={t('lots.send.to')} value={to} onValue={setTo} not={lot.holder} />
      <GoldMassField label={t('gold.mass')} value={mass} onValue={setMass} />
      <Scales before={lot.massMilligrams ?? 0} after={milligrams} />
      <DateField label={t('lots.send.day')} value={day} onValue={setDay} max={todayHere()} />
      <TextField label={t('lots.send.paper')} value={paper} onValue={setPaper} maxLength={60} />
    </ActDialog>
  )
}

export function ReceiveGoldDialog({ lot }: OfLot) {
  const { t } = useWords()
  const [mass, setMass] = useState('')
  const [day, setDay] = useState(todayHere)
  const [role, setRole] = useState('')
  const [broken, setBroken] = useState(false)
  const milligrams = milligramsOf(mass)
  const ready = milligrams !== null && day !== '' && role.trim() !== ''
  const seal = lot.kind === 'gold-sachet' ? { sealBroken: broken } : {}
  return (
    <ActDialog
      title={t('lots.receive')}
      explain={t('gold.receive.explain')}
      go={t('lots.receive')}
      path={`/api/lots/${lot.id}/receipts`}
      data={ready ? { ...inBoth(milligrams), receivedOn: day, function: role.trim(), ...seal } : null}
    >
      <GoldMassField label={t('gold.mass')} value={mass} onValue={setMass} />
      <Scales before={lot.massMilligrams ?? 0} after={milligrams} />
      {lot.kind === 'gold-sachet' && (
        <CheckChoice label={t('gold.seal.broken')} hint={t('gold.seal.broken.hint')} checked={broken} onChecked={setBroken} />
      )}
      <DateField label={t('lots.receive.day')} value={day} onValue={setDay} max={todayHere()} />
      <TextField label={t('act.sign.receiver')} hint={t('act.sign.function.hint')} value={role} onValue={setRole} maxLength={80} required />
    </ActDialog>
  )
}

/** A correction, and goods that come back: a weight with a reason. */
export function ReweighGoldDialog({ lot, act }: OfLot & { readonly act: 'corrections' | 'takings-back' }) {
  const { t } = useWords()
  const [mass, setMass] = useState('')
  const [reason, setReason] = useState('')
  const milligrams = milligramsOf(mass)
  return (
    <ActDialog
      title={t(`gold.${act}`)}
      explain={t(`gold.${act}.explain`)}
      go={t('lots.confirm')}
      path={`/api/lots/${lot.id}/${act}`}
      kind="plain"
      data={milligrams === null || reason.trim() === '' ? null : { ...inBoth(milligrams), reason: reason.trim() }}
    >
      <GoldMassField label={t('gold.mass')} value={mass} onValue={setMass} />
      <Scales before={lot.massMilligrams ?? 0} after={milligrams} />
      <LongTextField label={t('lots.reason')} hint={t('lots.reason.hint')} value={reason} onValue={setReason} required maxLength={400} />
    </ActDialog>
  )
}

const nobody = { organisation: '', function: '' }
type Witness = typeof nobody
export function ReopenDialog({ lot }: OfLot) {
  const { t } = useWords()
  const [texts, setTexts] = useState({ reason: '', before: '', after: '', serial: '' })
  const [seal, setSeal] = useState<'whole' | 'broken' | ''>('')
  const [witnesses, setWitnesses] = useState<readonly Witness[]>([nobody, nobody])
  const set = (part: Partial<typeof texts>) => setTexts({ ...texts, ...part })
  const [before, after] = [milligramsOf(texts.before), milligramsOf(texts.after)]
  const named = witnesses.every((one) => one.organisation !== '' && one.function.trim() !== '')
  const same = named && witnesses[0]?.organisation === witnesses[1]?.organisation
  const ready = before !== null && after !== null && seal !== '' && texts.reason.trim() !== '' && named && !same
  const newSerial = texts.serial.trim() || undefined
  return (
    <ActDialog
      title={t('gold.reopen')}
      explain={t('gold.reopen.explain')}
      go={t('gold.reopen.go')}
      path={`/api/lots/${lot.id}/reopenings`}
      kind="plain"
      data={
        ready
          ? { reason: texts.reason.trim(), witnesses, sealFound: seal, beforeMilligrams: before, afterMilligrams: after, newSerial }
          : null
      }
    >
      <LongTextField
        label={t('lots.reason')}
        hint={t('lots.reason.hint')}
        value={texts.reason}
        onValue={(reason) => set({ reason })}
        required
        maxLength={400}
      />
      {witnesses.map((one, at) => (
        <WitnessFields
          key={at}
          at={at}
          witness={one}
          holder={lot.holder}
          onWitness={(part) => setWitnesses(witnesses.map((other, place) => (place === at ? { ...other, ...part } : other)))}
        />
      ))}
      {same && <Note tone="red">{t('gold.witness.same')}</Note>}
      <Choice
        legend={t('gold.seal.found')}
        value={seal}
        onValue={setSeal}
        options={[
          { value: 'whole', label: t('gold.seal.whole') },
          { value: 'broken', label: t('gold.seal.broken') },
        ]}
      />
      <GoldMassField label={t('gold.mass.before')} value={texts.before} onValue={(one) => set({ before: one })} />
      <GoldMassField label={t('gold.mass.after')} value={texts.after} onValue={(one) => set({ after: one })} />
      <TextField
        label={t('gold.serial.new')}
        hint={t('gold.serial.new.hint')}
        value={texts.serial}
        onValue={(serial) => set({ serial })}
        maxLength={40}
      />
    </ActDialog>
  )
}

interface WitnessProps {
  readonly at: number
  readonly witness: Witness
  readonly holder: string
  readonly onWitness: (part: Partial<Witness>) => void
}
function WitnessFields({ at, witness, holder, onWitness }: WitnessProps) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly organisations: readonly OrganisationShown[] }>('/api/organisations')
  const named = data?.organisations.filter((one) => one.id !== holder)
  return (
    <>
      <NamedField
        label={t('gold.witness', { n: at + 1 })}
        hint={t('gold.witness.hint')}
        value={witness.organisation}
        named={named}
        empty={t('pick.choose')}
        onValue={(organisation) => onWitness({ organisation })}
        required
      />
      <TextField
        label={t('gold.witness.function', { n: at + 1 })}
        hint={t('act.sign.function.hint')}
        value={witness.function}
        onValue={(role) => onWitness({ function: role })}
        maxLength={80}
        required
      />
    </>
  )
}
